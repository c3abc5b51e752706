import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

test("tells what a badge means to a resting mouse, and what a row means to F1", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en&q=still%20is`);
  const row = revocationsTable(page).getByRole("row", { name: /Expired, and still is/ });
  await expect(page.getByRole("button", { name: "What does “State” mean?" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Glossary" })).toBeVisible();

  await row.getByText("Failed", { exact: true }).hover();
  const meaning = page.getByRole("tooltip");
  await expect(meaning.getByRole("term")).toHaveText(["Failed", "Location token expired"]);
  await meaning.getByRole("definition").first().hover();
  await page.getByRole("status").first().hover();
  await expect(meaning).toBeHidden();

  await row.getByRole("button").focus();
  await page.keyboard.press("F1");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeFocused();
  await expect(dialog.getByRole("term")).toHaveText([
    "Failed",
    "Location token expired",
    "Attempted",
    "Failed",
  ]);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(row.getByRole("button")).toBeFocused();
});
