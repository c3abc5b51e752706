import type { Locator, Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

test("does everything by keyboard alone", async ({ page, context, stack }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: appOrigin });
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en`);
  const table = revocationsTable(page);
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("status")).toHaveCount(1);

  await test.step("search", async () => {
    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type("contoso");
    await expect(page).toHaveURL(/[?&]q=contoso/);
    await page.keyboard.press("Escape");
    await expect(page).not.toHaveURL(/[?&]q=/);
  });

  await test.step("sort", async () => {
    await tabTo(page, table.getByRole("columnheader").getByRole("button", { name: /VPP token/ }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/[?&]sort=/);
  });

  await test.step("open a failed revocation and read what to do", async () => {
    const row = table.getByRole("row", { name: /Failed/ }).first();
    await tabTo(page, row.getByRole("button"));
    await page.keyboard.press("Enter");
    const details = page.getByRole("complementary");
    await expect(details.getByRole("heading", { name: "What to do" })).toBeVisible();
    await expect(details.getByRole("listitem").first()).toBeVisible();
    await expect(page.getByRole("status")).toHaveCount(1);
  });

  await test.step("copy its link", async () => {
    await tabTo(page, page.getByRole("button", { name: "Copy link" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("complementary").getByText("Copied", { exact: true })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/[?&]action=/);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("complementary")).toBeHidden();
  });

  await test.step("choose theme and language", async () => {
    await tabTo(page, page.getByRole("combobox", { name: "Theme" }));
    await page.keyboard.press("ArrowDown");
    await expect(page).toHaveURL(/[?&]theme=/);
    await tabTo(page, page.getByRole("combobox", { name: "Language" }));
    await page.keyboard.press("ArrowDown");
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  });

  await test.step("sign out", async () => {
    await tabTo(page, page.getByRole("banner").getByRole("button", { name: "Выйти" }));
    await page.keyboard.press("Enter");
    await expect(table).toBeHidden();
    await expect(page.getByRole("status")).toHaveCount(1);
  });
});

/** Presses Tab until the focus is there: round the page once at most. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const isFocused = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isFocused()); presses += 1) await page.keyboard.press("Tab");
  await expect(wanted).toBeFocused();
}
