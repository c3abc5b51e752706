import type { Page } from "@playwright/test";
import { faults } from "../../src/emulator/faults.ts";
import { tenantConfig } from "../support/appServer.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { emulateTime } from "../support/emulatedTime.ts";
import { appOrigin } from "../support/entra.ts";
import { exportedHistory } from "../support/exportedHistory.ts";
import { entraFailures } from "../support/identityControls.ts";
import { keptHistory } from "../support/keptHistory.ts";
import { lostOf } from "../support/servedLog.ts";
import { words } from "../support/words.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const oneInterval = 11 * second;

test.beforeEach(({ stack }) => {
  stack.app.deploy({ ...tenantConfig, poll: { activeSeconds: 10, idleSeconds: 300 } });
});

test("goes on when the network is back, and shows the gap", async ({ page, context, stack, signIn }) => {
  stack.graph.use("district", 20);
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectHealth(page, "Live");
  await time.pass(oneInterval);
  await context.setOffline(true);
  await expectHealth(page, "Offline");
  await time.pass(20 * minute);
  await expectHealth(page, "Offline");
  await context.setOffline(false);
  await expectHealth(page, "Live");
  await time.expectGap(20 * minute);
  await time.expectNothingLost();
  await expectGapInTimeline(page, /Nobody watched for 2\d min/);
});

test("goes on when a sleeping computer wakes up", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectHealth(page, "Live");
  await time.pass(oneInterval);
  await time.pass(8 * hour);
  await expectHealth(page, "Live");
  await time.expectGap(8 * hour - minute);
  await time.expectNothingLost();
  await time.pass(oneInterval);
  await expectHealth(page, "Live");
  await time.expectNothingLost();
});

test("goes on when a frozen tab is looked at", async ({ page, context, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectHealth(page, "Live");
  await time.pass(oneInterval);
  const browser = await context.newCDPSession(page);
  await time.expectQuiet();
  await browser.send("Page.setWebLifecycleState", { state: "frozen" });
  time.passWithoutPage(hour);
  const asked = stack.graph.exchanges.length;
  await browser.send("Page.setWebLifecycleState", { state: "active" });
  await page.clock.fastForward(hour);
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
  await expectHealth(page, "Live");
  await time.expectGap(hour - minute);
  await time.expectNothingLost();
});

test("goes on behind a captive portal once its terms are accepted", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectHealth(page, "Live");
  stack.graph.fail(faults.htmlPage);
  stack.identity.controls.unreachable = "everything";
  // The access token runs out meanwhile.
  for (const wait of [oneInterval, hour, 5 * minute]) await time.pass(wait);
  await expectHealth(page, "Stale");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  stack.graph.fail(null);
  stack.identity.controls.unreachable = "nothing";
  await time.pass(5 * minute);
  await expectHealth(page, "Live");
  await time.expectGap(hour);
  await time.expectNothingLost();
});

test("goes on when the clock is set back, and forward again", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectHealth(page, "Live");
  await time.pass(oneInterval);
  const shift = async (ms: number) => page.clock.setSystemTime((await page.evaluate(() => Date.now())) + ms);
  for (const turn of [-2 * hour, 2 * hour]) {
    const before = stack.graph.exchanges.length;
    await shift(turn);
    // By the clock a read was missed, which is made up for at once.
    if (turn > 0) await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(before);
    for (const wait of [oneInterval, oneInterval]) {
      const asked = stack.graph.exchanges.length;
      await time.pass(wait);
      await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
      await expectHealth(page, "Live");
      await time.expectNothingLost();
    }
  }
});

test("asks for a sign-in that ended overnight, and goes on after it", async ({ page, stack, signIn }) => {
  const time = await emulateTime(page, stack);
  await signIn(page);
  await expectHealth(page, "Live");
  await time.pass(oneInterval);
  stack.identity.controls.refreshFailure = entraFailures.refreshTokenExpired;
  stack.identity.controls.silentFailure = entraFailures.loginRequired;
  await time.pass(9 * hour);
  await expectHealth(page, "Sign-in needed");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  stack.identity.controls.refreshFailure = null;
  stack.identity.controls.silentFailure = null;
  await page.getByRole("button", { name: "Sign in again" }).click();
  await expectHealth(page, "Live");
  await time.expectGap(9 * hour - minute);
  await time.expectNothingLost();
});

test("keeps in memory what a full disk refuses, and writes it later", async ({
  page,
  context,
  stack,
  signIn,
}) => {
  const time = await emulateTime(page, stack);
  const browser = await context.newCDPSession(page);
  // Chromium grants what is free in advance, so it has to be scarce from the beginning.
  await browser.send("Storage.overrideQuotaForOrigin", { origin: appOrigin, quotaSize: 1_000_000 });
  await signIn(page);
  await expectHealth(page, "Live");
  const before = await time.expectNothingLost();
  await page.evaluate(fillStorage);
  for (const wait of [oneInterval, oneInterval, oneInterval]) await time.passUnkept(wait);
  await time.expectQuiet();
  await expectHealth(page, "Live");
  const [said, exported] = [time.told.chains(), await exportedHistory(page)];
  await expect(page.getByText(/storage of the browser is full/)).toBeVisible();
  expect(lostOf(said, exported)).toEqual([]);
  const { chains } = await keptHistory(page);
  expect(lostOf(said, chains)).not.toEqual([]);
  expect(lostOf(before.chains, chains)).toEqual([]);

  await browser.send("Storage.overrideQuotaForOrigin", { origin: appOrigin });
  await time.passUnkept(minute + oneInterval);
  await time.expectNothingLost();
  await expect(page.getByText(/is kept in this browser/)).toBeVisible();
});

async function expectHealth(page: Page, health: string): Promise<void> {
  await expect(page.getByRole("status").first()).toContainText(health);
}

/** In the table of the revocation that has run for the longest time. */
async function expectGapInTimeline(page: Page, gap: RegExp): Promise<void> {
  const running = revocationsTable(page).getByRole("row", { name: /Active/ });
  await running.filter({ hasNotText: "No longer reported" }).last().click();
  await page.getByRole("button", { name: words("en", "details.timeline.asTable") }).click();
  await expect(page.getByRole("table", { name: words("en", "details.timeline") })).toContainText(gap);
}

/** Writes to a database of its own until nothing more is taken. */
async function fillStorage(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open("filler");
    opening.onupgradeneeded = () => opening.result.createObjectStore("filler", { autoIncrement: true });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const isTaken = (size: number) =>
    new Promise<boolean>((resolve) => {
      const write = database.transaction("filler", "readwrite");
      write.objectStore("filler").add("x".repeat(size));
      write.oncomplete = () => resolve(true);
      write.onabort = () => resolve(false);
    });
  for (const size of [100_000, 10_000, 1_000, 100]) while (await isTaken(size));
  database.close();
}
