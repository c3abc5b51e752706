import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { findingsIn, mixedLooks } from "../support/looks.ts";

test.beforeEach(({ stack }) => {
  stack.app.deploy({ mode: "demo", poll: { activeSeconds: 2, idleSeconds: 2 } });
});

test("shows what ended on which day above the list, with its table", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1200 });
  await page.goto(`${appOrigin}/?lang=en`);
  await page.getByRole("button", { name: "Overview" }).click();
  await expect(page.getByRole("img", { name: /^Done: \d/ })).toBeVisible();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeInViewport();
  await page
    .getByRole("region", { name: "Overview" })
    .getByRole("button", { name: "Show as a table" })
    .click();
  await expect(page.getByRole("table", { name: /by the day they ended/ }).getByRole("row")).toHaveCount(15);
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("opens without a network", async ({ page, context }) => {
  const loaded = page.waitForResponse(/OverviewPanel-/);
  await page.goto(`${appOrigin}/?lang=en`);
  await (await loaded).finished();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Overview" }).click();
  await expect(page.getByRole("img", { name: /^Done: \d/ })).toBeVisible();
});

test("opens at once over 30,000 revocations", async ({ page }) => {
  await page.goto(`${appOrigin}/?lang=en&scenario=district`);
  await page.getByRole("button", { name: "Overview" }).click();
  await expect(page.getByRole("table", { name: "Attempts and failures by VPP token" })).toBeVisible();
  await expect(page.getByText(/^and [\d,]+ more VPP tokens$/)).toBeVisible();
});
