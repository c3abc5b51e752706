import type { Page } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { emulateTime } from "../support/emulatedTime.ts";
import { appOrigin } from "../support/entra.ts";
import { lostOf } from "../support/servedLog.ts";

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

test("loses nothing while the history's code does not come, and catches up when it does", async ({
  page,
  stack,
  guard,
  signIn,
}) => {
  guard.permit(/openWatchMemory/);
  const time = await emulateTime(page, stack);
  let failed = 0;
  await page.route("**/openWatchMemory-*.js", (route) => {
    failed += 1;
    return route.abort();
  });
  await signIn(page);
  const history = page.getByRole("button", { name: /^History/ });
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  for (let reads = 0; reads < 4; reads += 1) await time.passUnkept(2_500);
  await expect(history).toHaveText("History: not stored");
  expect(failed).toBeGreaterThan(0);

  await page.unroute("**/openWatchMemory-*.js");
  await expect(async () => {
    await time.passUnkept(2_500);
    await expect(history).toHaveText("History", { timeout: 500 });
  }).toPass();
  await time.passUnkept(2_500);
  const { chains } = await time.expectNothingLost();
  expect(Math.max(...[...chains.values()].map(({ length }) => length))).toBeGreaterThan(4);
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

test("takes over what the first version stored", async ({ page, stack, signIn }) => {
  stack.app.deploy({ ...tenantConfig, poll: { activeSeconds: 10, idleSeconds: 300 } });
  const time = await emulateTime(page, stack);
  await signIn(page);
  await seen(page);
  for (let read = 0; read < 3; read += 1) await time.pass(11_000);
  const before = await time.expectNothingLost();
  expect(Math.max(...[...before.chains.values()].map(({ length }) => length))).toBeGreaterThan(2);
  await time.expectQuiet();
  await page.goto(`${appOrigin}/config.schema.json`);
  await page.evaluate(storeAsVersion1);
  await time.passNow(3_600_000);
  await page.goto(appOrigin);
  await seen(page);
  const after = await time.expectNothingLost();
  expect(lostOf(before.chains, after.chains)).toEqual([]);
  await time.expectGap(1_800_000);
});

/**
 * What is stored, as the first version did: the key of each VPP token inside its record, and no early reads. It runs in
 * the page, so it brings all that it uses.
 */
async function storeAsVersion1(): Promise<void> {
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [{ name = "" } = {}] = await indexedDB.databases();
  const stores = ["tokens", "observations", "spans", "meta"] as const;
  const present = await settled(indexedDB.open(name));
  const read = present.transaction(stores);
  const records = await Promise.all(stores.map((store) => settled(read.objectStore(store).getAll())));
  const metaKeys = await settled(present.transaction("meta").objectStore("meta").getAllKeys());
  present.close();
  await settled(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    const { result } = opening;
    result.createObjectStore("tokens", { keyPath: "id" });
    result.createObjectStore("observations", { keyPath: ["key", "order"] }).createIndex("seenAt", "seenAt");
    result.createObjectStore("spans", { keyPath: "from" });
    result.createObjectStore("meta");
  };
  const earlier = await settled(opening);
  const write = earlier.transaction(stores, "readwrite");
  for (const [index, store] of stores.entries())
    for (const [at, record] of (records[index] ?? []).entries())
      write.objectStore(store).put(record, store === "meta" ? metaKeys[at] : undefined);
  await new Promise((resolve, reject) => {
    write.oncomplete = resolve;
    write.onabort = () => reject(write.error);
  });
  earlier.close();
}
