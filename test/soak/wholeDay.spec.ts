import type { CDPSession } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { emulateTime, longestGap } from "../support/emulatedTime.ts";
import { measureHeldData } from "../support/heldData.ts";

const second = 1_000;
const minute = 60 * second;
const oneInterval = 132 * second;
const pollsPerHour = Math.ceil((60 * minute) / oneInterval);

/** For each revocation that is remembered: as Graph wrote it, as it was read, what was derived of it and what it told. */
const bytesPerRevocation = 4_096;

/** By then everything is loaded and compiled, and more is remembered than the window shows. */
const settledAfterHours = 6;

test("watches for 24 hours on end and grows no more", async ({ page, context, stack, signIn }) => {
  stack.app.deploy({ ...tenantConfig, poll: { activeSeconds: 120, idleSeconds: 300 } });
  stack.graph.use("district", 10);
  const time = await emulateTime(page, stack);
  const browser = await context.newCDPSession(page);
  await browser.send("Performance.enable");
  await signIn(page);
  await expectLive();
  const settled = await hoursPass(0, settledAfterHours);
  const atTheEnd = await hoursPass(settledAfterHours, 24);
  process.stdout.write(`after ${settledAfterHours} h ${JSON.stringify(settled)}\n`);
  process.stdout.write(`after 24 h ${JSON.stringify(atTheEnd)}\n`);

  expect(atTheEnd.listeners).toBeLessThanOrEqual(settled.listeners * 1.1);
  // Which rows are in sight changes, and what is marked in them.
  expect(atTheEnd.nodes).toBeLessThanOrEqual(settled.nodes * 1.2);
  const grown = {
    bytes: atTheEnd.heldBytes - settled.heldBytes,
    revocations: atTheEnd.remembered - settled.remembered,
  };
  expect(grown.revocations).toBeGreaterThan(100);
  expect(grown.bytes).toBeLessThanOrEqual(grown.revocations * bytesPerRevocation);
  const { spans, chains } = await time.expectNothingLost();
  expect(longestGap(spans)).toBe(0);
  // All that moved was seen moving: five revocations at every read.
  expect([...chains.values()].flat().length).toBeGreaterThan(24 * pollsPerHour * 4);

  async function hoursPass(from: number, to: number): Promise<Weight> {
    for (let hour = from; hour < to; hour += 1) {
      for (let poll = 0; poll < pollsPerHour; poll += 1) {
        const asked = stack.graph.exchanges.length;
        await time.passUnkept(oneInterval);
        await untilAsked(asked);
      }
      await time.expectNothingLost();
      await expectLive();
    }
    await time.expectQuiet();
    const { chains } = await time.expectNothingLost();
    return { ...(await weigh(browser)), remembered: chains.size };
  }

  async function untilAsked(before: number): Promise<void> {
    await expect.poll(() => stack.graph.exchanges.length, { intervals: [2] }).toBeGreaterThan(before);
  }

  async function expectLive(): Promise<void> {
    await expect(page.getByRole("status").first()).toContainText("Live");
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  }
});

interface Weight {
  readonly heldBytes: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Revocations in the history. */
  readonly remembered: number;
}

/** What the page holds on to once everything that it let go of is collected. */
async function weigh(browser: CDPSession): Promise<Omit<Weight, "remembered">> {
  for (const _ of [1, 2, 3]) await browser.send("HeapProfiler.collectGarbage");
  const { metrics } = await browser.send("Performance.getMetrics");
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const heldBytes = await measureHeldData(browser);
  return { heldBytes, listeners: value("JSEventListeners"), nodes: value("Nodes") };
}
