import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

test("filters, groups, keeps the view and shows a colleague the same", async ({ page, context, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en`);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();

  await page.getByRole("button", { name: "Filter: State" }).click();
  await page
    .getByRole("dialog", { name: "State" })
    .getByRole("checkbox", { name: /^Failed/ })
    .check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Remove the filter: State: Failed" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Group by token" }).check();
  await expect(page.getByRole("treegrid", { name: /^Revocations/ })).toBeVisible();
  await expect(page).toHaveURL(/outcome=failed.*group=token/);

  await page.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("textbox", { name: "Name of this view" }).fill("Failed, by token");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");

  const colleague = await context.newPage();
  await colleague.goto(page.url());
  const names = (of: typeof page) => of.getByRole("treegrid").getByRole("row").locator("[aria-colindex='1']");
  await expect(colleague.getByRole("treegrid", { name: /^Revocations/ })).toBeVisible();
  await expect(names(colleague)).toHaveText(await names(page).allTextContents());

  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).not.toHaveURL(/outcome=/);
  await page.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("button", { name: "Failed, by token", exact: true }).click();
  await expect(page).toHaveURL(/outcome=failed.*group=token/);
});

for (const asked of ["q=apple", "group=token"])
  test(`speaks of what a link asks for once it has been read: ${asked}`, async ({ page, stack }) => {
    stack.app.deploy({ mode: "demo" });
    await page.goto(`${appOrigin}/?scenario=failures&lang=en&${asked}`);
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    const spoken = page.locator("[aria-live=polite]", { hasText: /^Revocations, \d/ });
    await expect(spoken).toHaveText(/^Revocations, [1-9]\d* shown$/);
  });

test("opens with the table as it was left", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?lang=en`);
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("radio", { name: "Compact" }).check();
  await page.getByRole("checkbox", { name: "Duration" }).uncheck();
  await expect(page).toHaveURL(/columns=token,state,licences,started,updated&density=compact/);
  await page.goto(`${appOrigin}/?lang=en`);
  await expect(page).toHaveURL(/density=compact/);
  await expect(page.getByRole("columnheader", { name: "Duration" })).toHaveCount(0);
});
