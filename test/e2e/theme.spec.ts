import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

const backgrounds = {
  light: "rgb(255, 255, 255)",
  dark: "rgb(41, 41, 41)",
  contrast: "rgb(0, 0, 0)",
} as const;

/** The colours of a system that forces its own on every page. */
const forced = { canvas: "rgb(0, 0, 0)", text: "rgb(255, 255, 255)" } as const;

test.beforeEach(async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.emulateMedia({ colorScheme: "dark", contrast: "no-preference", forcedColors: "none" });
  await page.goto(`${appOrigin}/`);
  await expect(page.getByRole("searchbox")).toBeVisible();
  await page.evaluate(() => Reflect.set(window, "isFirstLoad", true));
});

test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => Reflect.get(window, "isFirstLoad"))).toBe(true);
  expect(new URL(page.url()).searchParams.has("theme")).toBe(false);
});

test("follows the system from dark to light and back", async ({ page }) => {
  await expectBackground(page, backgrounds.dark);
  await page.emulateMedia({ colorScheme: "light" });
  await expectBackground(page, backgrounds.light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectBackground(page, backgrounds.dark);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`takes high contrast from a ${colorScheme} system, and gives it back`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expectBackground(page, backgrounds[colorScheme]);
    await page.emulateMedia({ contrast: "more" });
    await expectBackground(page, backgrounds.contrast);
    await page.emulateMedia({ contrast: "no-preference" });
    await expectBackground(page, backgrounds[colorScheme]);
  });

test("wears the colours that the system forces", async ({ page }) => {
  await expectBackground(page, backgrounds.dark);
  await page.emulateMedia({ forcedColors: "active" });
  await expectBackground(page, forced.canvas);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("color", forced.text);
  await page.emulateMedia({ forcedColors: "none" });
  await expectBackground(page, backgrounds.dark);
});

async function expectBackground(page: Page, color: string): Promise<void> {
  await expect(page.locator(".fui-FluentProvider[lang]")).toHaveCSS("background-color", color);
}
