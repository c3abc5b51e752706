import type { Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

async function seen(page: Page): Promise<void> {
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("button", { name: "History" })).toBeVisible();
  await expect.poll(() => histories(page)).toBe(1);
}

function histories(page: Page): Promise<number> {
  return page.evaluate(async () => (await indexedDB.databases()).length);
}

test("erases for both tabs, once asked after signing out", async ({ page, context, guard, signIn }) => {
  await signIn(page);
  await seen(page);
  const second = await context.newPage();
  await guard.attach(second);
  await second.goto(appOrigin);
  await second.getByRole("button", { name: "Sign in" }).click();
  await seen(second);
  await page.getByRole("button", { name: "Sign out" }).click();
  const erase = { name: "Erase it from this browser" };
  await expect(page.getByRole("button", erase)).toBeVisible();
  await expect(second.getByRole("button", erase)).toBeVisible();
  expect(await histories(page)).toBe(1);
  await second.getByRole("button", erase).click();
  await expect(second.getByText("is erased from this browser")).toBeFocused();
  await expect(page.getByText("is erased from this browser")).toBeVisible();
  expect(await histories(page)).toBe(0);
});

test("marks what is new since the last visit", async ({ page, signIn }) => {
  await signIn(page);
  await seen(page);
  await expect.poll(() => leaveHoursAgo(page)).toBe(true);
  await page.reload();
  await page.getByRole("button", { name: /^News: \d+$/ }).click();
  await expect(
    page.getByText(/have appeared, ended or disappeared since you last looked, 10 h ago/),
  ).toBeVisible();
  await expect(revocationsTable(page).getByText("New", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Mark as seen" }).click();
  await expect(page.getByText("Nothing new since you last looked.")).toBeFocused();
  await expect(revocationsTable(page).getByText("New", { exact: true })).toHaveCount(0);
});

/** As if the last sign of life had been ten hours ago; `false` while none is kept yet. */
function leaveHoursAgo(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [{ name = "" } = {}] = await indexedDB.databases();
    const database = await settled(indexedDB.open(name));
    const meta = database.transaction("meta", "readwrite").objectStore("meta");
    const hasLooked = (await settled(meta.get("lastLookedAt"))) !== undefined;
    if (hasLooked) await settled(meta.put(Date.now() - 10 * 3_600_000, "lastLookedAt"));
    database.close();
    return hasLooked;
  });
}
