import { expect, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { findingsIn } from "../support/looks.ts";
import { plainWords, speakPseudo } from "../support/pseudoLocale.ts";

const looks = [
  { theme: "light", lang: "ar", width: 1440 },
  { theme: "dark", lang: "ar", width: 320 },
] as const;

test("has room for longer words from right to left, and says nothing outside its catalogues", async ({
  page,
  stack,
}) => {
  await speakPseudo(page);
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=ar&q=still`);
  await expect(page.locator("[data-index]").first()).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeVisible();
  expect(await findingsIn(page, looks)).toEqual([]);
  expect(await plainWords(page)).toEqual([]);

  await page.locator("[data-index] button").first().click();
  const opened = page.getByRole("complementary");
  await expect(opened.getByRole("heading").first()).toBeFocused();
  await opened.locator("h3 button").evaluateAll((buttons) => {
    for (const button of buttons) if (button instanceof HTMLElement) button.click();
  });
  await expect(opened.locator("h3 [aria-expanded=false]")).toHaveCount(0);
  expect(await findingsIn(page, looks)).toEqual([]);
  expect(await plainWords(page)).toEqual([]);
});
