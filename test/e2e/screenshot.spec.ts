import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "@playwright/test";
import type { MessageId } from "../../src/i18n/useText.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { words } from "../support/words.ts";

const published = "docs/dashboard.png";

/** The README's picture: `UPDATE=1` takes it anew (on a computer that can draw Japanese, as with `fonts-noto-cjk`), any other run takes it aside and sees that there is one. */
test("looks as the README shows it", async ({ page, stack }) => {
  const isUpdate = process.env.UPDATE === "1";
  const path = isUpdate ? published : "test-results/dashboard.png";
  mkdirSync(dirname(path), { recursive: true });
  stack.app.deploy({ mode: "demo" });
  await page.clock.install({ time: new Date("2026-03-04T10:30:00Z") });
  await page.goto(`${appOrigin}/?lang=en&theme=light`);
  await expect(revocationsTable(page).getByRole("row").nth(8)).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.getByRole("button", { name: "History" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeVisible();
  await expect(page.getByText("No change for over 1 h")).toBeVisible();
  await page.screenshot({ path, animations: "disabled" });
  expect(existsSync(published)).toBe(true);
});

/** What stands after the `?`, besides theme and language. */
const views = {
  list: "scenario=mixed",
  grouped: "scenario=mixed&group=token&density=compact",
  failure: "scenario=failures&q=still",
  empty: "scenario=empty",
  forbidden: "scenario=forbidden",
  wall: "scenario=failures&view=wall",
  overview: "scenario=mixed",
  export: "scenario=mixed",
  glossary: "scenario=mixed",
  ticket: "scenario=failures&q=still",
} as const;

type ViewName = keyof typeof views;

/** Each pair of a theme and a language once; each theme and each language meets each width. */
const looks = ["light", "dark", "contrast"].flatMap((theme, row) =>
  (["en", "ru", "ar"] as const).map((lang, column) => ({
    theme,
    lang,
    width: [1440, 768, 320][(row + column) % 3] ?? 0,
  })),
);

const album = Object.entries(views).flatMap(([name, search]) =>
  looks.map(({ theme, lang, width }) => ({
    name: name as ViewName,
    path: `docs/screenshots/${name}-${theme}-${lang}-${width}.jpg`,
    address: `/?${search}&theme=${theme}&lang=${lang}`,
    lang,
    width,
  })),
);

/** `UPDATE=1` takes every picture anew; any other run sees that there is one of every view in every look. */
test("keeps a picture of every view in every look", async ({ page, stack }) => {
  test.setTimeout(600_000);
  stack.app.deploy({ mode: "demo" });
  for (const { name, path, address, lang, width } of process.env.UPDATE === "1" ? album : []) {
    mkdirSync(dirname(path), { recursive: true });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(appOrigin + address);
    await prepare(page, name, lang);
    await page.screenshot({ path, type: "jpeg", quality: 60, animations: "disabled" });
  }
  expect(album.filter(({ path }) => !existsSync(path)).map(({ path }) => path)).toEqual([]);
});

/** The button that shows what the view is named after. */
const openers: Partial<Record<ViewName, MessageId>> = {
  overview: "overview.title",
  export: "export.title",
  glossary: "glossary.tool",
};

async function prepare(page: Page, name: ViewName, lang: "en" | "ru" | "ar"): Promise<void> {
  if (name === "wall") return expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toBeHidden();
  await page.waitForLoadState("networkidle");
  if (name === "empty" || name === "forbidden") return;
  // What comes after the first row: the filters, what to look at first, the tools.
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.getByRole("columnheader").locator("[aria-expanded]")).toHaveCount(2);
  await expect(page.locator("main h3").first()).toBeVisible();
  // A narrow page has the export behind a button.
  if ((page.viewportSize()?.width ?? 0) >= 1024)
    await expect(page.getByRole("button", { name: words(lang, "export.title") })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const opener = openers[name];
  if (name === "export" && (page.viewportSize()?.width ?? 0) < 1024)
    await page.getByRole("button", { name: words(lang, "finding.filters") }).click();
  if (opener !== undefined) await page.getByRole("button", { name: words(lang, opener) }).click();
  if (name === "overview") await expect(page.getByRole("img").first()).toBeVisible();
  if (name !== "failure" && name !== "ticket") return;
  await page.locator("[data-index]").first().getByRole("button").first().click();
  await expect(page.getByRole("complementary")).toBeVisible();
  if (name === "failure") return;
  // A link to it, as from a ticket: not the same page loaded again.
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("article")).toBeVisible();
  await page.waitForLoadState("networkidle");
}
