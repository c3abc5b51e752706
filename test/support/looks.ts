import type { Page } from "@playwright/test";
import { axe, expect } from "./e2e.ts";

/** How the page may look to a person: theme, language, width. */
export interface Look {
  readonly theme: "light" | "dark" | "contrast";
  /** Arabic is read from right to left. */
  readonly lang: "en" | "ru" | "ar";
  readonly width: number;
}

const wide = 1440;
const narrow = 320;
const themes = ["light", "dark", "contrast"] as const;
const langs = ["ru", "en", "ar"] as const;

/** Each theme in each language, every other one narrow: whatever two of theme, language and width meet. */
export const pairedLooks: readonly Look[] = langs.flatMap((lang, row) =>
  themes.map((theme, column) => ({ theme, lang, width: (row + column) % 2 === 0 ? wide : narrow })),
);

/** Each theme and each language, wide and narrow: colours do not depend on words, nor does room on colours. */
export const mixedLooks: readonly Look[] = themes.flatMap((theme, place) =>
  [wide, narrow].map((width, turn) => ({ theme, lang: langs[(place + turn) % 3] ?? "ar", width })),
);

/** What axe and the page's edge find in each look of the page as it stands: nothing is loaded or opened anew. */
export async function findingsIn(page: Page, looks: readonly Look[]): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const look of looks) {
    await wear(page, look);
    const found = await lastingFindings(page, look.width);
    findings.push(...found.map((finding) => `${look.theme} ${look.lang} ${look.width}: ${finding}`));
  }
  return findings;
}

/** What is still found when what was being drawn anew has come to rest: a look that is put on takes a few frames. */
async function lastingFindings(page: Page, width: number): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let look = 0; look < 4; look += 1) {
    found = [...(await axe(page)), ...(await overflow(page, width))];
    if (found.length === 0) return found;
    await page.waitForTimeout(500);
  }
  return found;
}

/** As if the person had come back to an address that asks for this look. */
async function wear(page: Page, { theme, lang, width }: Look): Promise<void> {
  // A colour on its way to another is neither of the two.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(
    ([wantedTheme, wantedLang]) => {
      const url = new URL(location.href);
      url.searchParams.set("theme", wantedTheme);
      url.searchParams.set("lang", wantedLang);
      history.replaceState(history.state, "", url);
      window.dispatchEvent(new PopStateEvent("popstate"));
    },
    [theme, lang] as const,
  );
  await expect(page.locator(`.fui-FluentProvider[lang="${lang}"]`)).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toBeHidden();
  await expect.poll(() => page.evaluate(shownBackground)).toBe(backgrounds[theme]);
}

/** Of Fluent's three themes. */
const backgrounds = { light: "#ffffff", dark: "#292929", contrast: "#000000" } as const;

function shownBackground(): string {
  const provider = document.querySelector(".fui-FluentProvider[lang]");
  return provider ? getComputedStyle(provider).getPropertyValue("--colorNeutralBackground1").trim() : "";
}

async function overflow(page: Page, width: number): Promise<readonly string[]> {
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  return needed > width ? [`scrolls sideways: ${needed} pixels`] : [];
}
