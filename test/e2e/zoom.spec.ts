import type { Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { expectFocusSeen, tabTo } from "../support/keyboard.ts";

/** 1280 × 1024 pixels at 400 %. Source: https://www.w3.org/WAI/WCAG22/Understanding/reflow */
test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

for (const lang of ["en", "ar"] as const) {
  test(`is of full use at 400 %, ${lang}`, async ({ page, stack }) => {
    stack.app.deploy({ mode: "demo" });
    await page.goto(`${appOrigin}/?scenario=failures&lang=${lang}&q=still`);
    const table = page.locator("[aria-rowcount]");
    const row = table.locator("[data-index]").first();
    await expect(row).toBeVisible();
    await expectNothingCovers(page);

    await tabTo(page, row.getByRole("button"));
    await expectNothingCovers(page);
    await page.keyboard.press("Enter");
    const opened = page.getByRole("complementary");
    await expect(opened.getByRole("heading").first()).toBeFocused();
    await expectNothingCovers(page);
    await tabThrough(page, 12);
    await page.keyboard.press("Escape");
    await expect(row.getByRole("button")).toBeFocused();
    await expectFocusSeen(page);

    await page.keyboard.press("Enter");
    const link = page.url();
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByRole("article").getByRole("heading").first()).toBeFocused();
    await expectNothingCovers(page);
    await tabTo(page, page.getByRole("article").getByRole("button").last());
  });
}

test("signs in at 400 %", async ({ page, signIn }) => {
  await page.goto(`${appOrigin}/`);
  await tabTo(page, page.getByRole("button", { name: "Sign in" }));
  await expectNothingCovers(page);
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expectNothingCovers(page);
});

async function tabThrough(page: Page, stops: number): Promise<void> {
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
  }
}

/** Nothing scrolls sideways, and what stays in place while the page scrolls leaves most of the window to it. */
async function expectNothingCovers(page: Page): Promise<void> {
  const { needed, covered } = await page.evaluate(() => {
    const stuck = [...document.querySelectorAll("body *")].filter((element) => {
      const { position, visibility } = getComputedStyle(element);
      return (position === "fixed" || position === "sticky") && visibility === "visible";
    });
    return {
      needed: document.documentElement.scrollWidth,
      covered: stuck.reduce((sum, { clientHeight }) => sum + clientHeight, 0) / innerHeight,
    };
  });
  expect(needed).toBeLessThanOrEqual(320);
  expect(covered).toBeLessThan(0.35);
}
