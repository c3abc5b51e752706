import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { faults } from "../../src/emulator/faults.ts";
import { tenantConfig } from "../support/appServer.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { type EmulatedTime, emulateTime, longestGap } from "../support/emulatedTime.ts";
import { exportedHistory } from "../support/exportedHistory.ts";
import { type OwnBrowser, startOwnBrowser } from "../support/ownBrowser.ts";
import { guardContext } from "../support/pageGuard.ts";
import { lostOf } from "../support/servedLog.ts";
import type { Stack } from "../support/stack.ts";

const second = 1_000;
const hour = 3_600 * second;
const oneInterval = 11 * second;

interface Watched {
  readonly browser: OwnBrowser;
  readonly page: Page;
  readonly time: EmulatedTime;
}

/** What the page is doing at the moment of the kill. */
const moments = {
  "between two reads": async ({ time }) => {
    await time.expectQuiet();
  },
  "while Graph is asked": async ({ page, time }, stack) => {
    stack.graph.fail(faults.noAnswer);
    const asked = page.waitForRequest((request) => request.url().endsWith("/$batch"));
    await time.pass(oneInterval);
    await asked;
  },
  "while an answer is taken in": async ({ time }, stack) => {
    const answered = stack.graph.exchanges.length;
    await time.pass(oneInterval);
    await expect.poll(() => stack.graph.exchanges.length, { intervals: [1] }).toBeGreaterThan(answered);
  },
} as const satisfies Record<string, (watched: Watched, stack: Stack) => Promise<void>>;

test("keeps what it observed when the browser is killed, again and again", async ({ stack, signIn }) => {
  stack.app.deploy({ ...tenantConfig, poll: { activeSeconds: 10, idleSeconds: 300 } });
  stack.graph.use("district", 20);
  const profile = mkdtempSync(join(tmpdir(), "vpp-revocation-monitor-profile-"));
  const started: OwnBrowser[] = [];
  let aheadMs = 0;
  try {
    let watched = await watch(aheadMs);
    for (const [moment, until] of Object.entries(moments)) {
      await test.step(`killed ${moment}`, async () => {
        for (const wait of [oneInterval, oneInterval]) await passUntilAsked(watched, wait);
        const before = await watched.time.expectNothingLost();
        expect(Math.max(...[...before.chains.values()].map(({ length }) => length))).toBeGreaterThan(1);
        await until(watched, stack);
        await watched.browser.kill();
        stack.graph.fail(null);
        aheadMs += hour;
        watched = await watch(aheadMs);
        const after = await watched.time.expectNothingLost();
        expect(lostOf(before.chains, after.chains)).toEqual([]);
        expect(longestGap(after.spans.slice(-2))).toBeGreaterThan(hour / 2);
        expect(lostOf(before.chains, await exportedHistory(watched.page))).toEqual([]);
      });
    }
    await test.step("killed with its first rows shown and its history's code not there", async () => {
      await watched.browser.kill();
      aheadMs += hour;
      watched = await watch(aheadMs, (page) => page.route("**/openWatchMemory-*.js", () => undefined));
      const said = watched.time.told.chains();
      await watched.browser.kill();
      aheadMs += hour;
      watched = await watch(aheadMs);
      const { chains } = await watched.time.expectNothingLost();
      expect(lostOf(said, chains)).toEqual([]);
    });
  } finally {
    for (const browser of started) await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }

  /** A browser that starts on the same profile; the person signs in. */
  async function watch(
    startMs: number,
    prepare: (page: Page) => Promise<unknown> = async () => undefined,
  ): Promise<Watched> {
    const browser = await startOwnBrowser(profile, stack.hosts);
    started.push(browser);
    const guard = await guardContext(browser.context);
    const page = await browser.context.newPage();
    await guard.attach(page);
    const time = await emulateTime(page, stack, { aheadMs: startMs });
    await prepare(page);
    await signIn(page);
    await expect(page.getByRole("status").first()).toContainText("Live");
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
    expect(guard.findings(stack.identity.secrets)).toEqual([]);
    return { browser, page, time };
  }

  async function passUntilAsked({ time }: Watched, ms: number): Promise<void> {
    const asked = stack.graph.exchanges.length;
    await time.pass(ms);
    await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
  }
});
