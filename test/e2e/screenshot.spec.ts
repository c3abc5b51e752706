import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

const published = "docs/dashboard.png";

/** The README's picture: `UPDATE=1` takes it anew, any other run takes it aside and sees that there is one. */
test("looks as the README shows it", async ({ page, stack }) => {
  const isUpdate = process.env.UPDATE === "1";
  const path = isUpdate ? published : "test-results/dashboard.png";
  mkdirSync(dirname(path), { recursive: true });
  stack.app.deploy({ mode: "demo" });
  await page.clock.install({ time: new Date("2026-03-04T10:30:00Z") });
  await page.goto(`${appOrigin}/?lang=en&theme=light`);
  await expect(revocationsTable(page).getByRole("row").nth(8)).toBeVisible();
  await page.screenshot({ path, animations: "disabled" });
  expect(existsSync(published)).toBe(true);
});
