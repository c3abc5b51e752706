// @vitest-environment jsdom

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { testNow } from "../support/builders.ts";
import type { SentRequest } from "../support/tinyGraph.ts";
import { attempts, nextRead, oneReadMs, pass, usual, watching } from "./watching.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: testNow });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what a read costs", () => {
  it.each([
    [0, 0],
    [1, 1],
    [20, 1],
    [21, 2],
    [40, 2],
  ])("asks for %i running tokens in %i requests", async (running, requests) => {
    const watch = await watching({ tokens: 120, running });
    const read = await nextRead(watch);
    expect(read.map(({ kind }) => kind)).toEqual(Array.from({ length: requests }, () => "batch"));
    expect(read.flatMap(({ ids }) => ids)).toHaveLength(running);
    watch.stop();
  });

  it.each([
    ["keeps the interval within the bound", 50, 20, "running", 10_000],
    ["lengthens the interval beyond it", 51, 1, "running", 20_000],
    ["reads all where that can be done more often", 51, 20, "allInstead", 10_000],
    ["reads all where that comes nearer to it", 200, 4, "allInstead", 10_000],
    ["lengthens further for more than the bound", 150, 1, "running", 30_000],
  ] as const)("%s", async (_, running, pageSize, reads, intervalMs) => {
    const watch = await watching({ tokens: 200, running, pageSize });
    await pass(60_000);
    const { reads: planned, configuredMs, boundMs } = watch.plan();
    expect({ planned, intervalMs: Math.max(configuredMs, boundMs) }).toEqual({ planned: reads, intervalMs });
    watch.stop();
  });

  it("serves many running tokens by full reads", async () => {
    const watch = await watching({ tokens: 300, running: 60 });
    const read = await nextRead(watch);
    expect(read.map(({ kind }) => kind)).toEqual(["page", "page", "page"]);
    watch.stop();
  });

  it("waits longer between reads beyond the bound", async () => {
    const watch = await watching({ tokens: 400, running: 60, pageSize: 1 }, { ...usual, idleSeconds: 3_600 });
    await pass(120_000);
    const before = watch.sent.length;
    await pass(84_000);
    expect(watch.sent.slice(before)).toHaveLength(4 * 3);
    watch.stop();
  });

  it("never sends more than 100 parts in 20 s", async () => {
    const anyWatch = fc.record({
      tokens: fc.integer({ min: 1, max: 260 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      pageSize: fc.integer({ min: 1, max: 130 }),
      activeSeconds: fc.integer({ min: 2, max: 12 }),
      idleSeconds: fc.integer({ min: 2, max: 40 }),
      jitter: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      refreshes: fc.array(fc.nat(9_000), { maxLength: 8 }),
      lost: fc.option(fc.nat(260)),
    });
    await fc.assert(
      fc.asyncProperty(anyWatch, async ({ tokens, share, pageSize, jitter, refreshes, lost, ...seconds }) => {
        const settings = { ...seconds, unchangedMinutes: 60 };
        const running = Math.round(share * tokens);
        const watch = await watching({ tokens, running, pageSize }, settings, () => jitter);
        if (lost !== null) watch.spoil(lost, { status: 404 });
        for (const ms of refreshes) {
          await pass(ms);
          watch.refresh();
        }
        await pass(90_000);
        watch.stop();
        expect(mostPartsInWindow(watch.sent)).toBeLessThanOrEqual(100);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** Windows begin where something is sent: any other holds no more than one of these. */
function mostPartsInWindow(sent: readonly SentRequest[]): number {
  const partsFrom = (start: number) =>
    sent.filter(({ at }) => at >= start && at < start + 20_000).reduce((sum, { parts }) => sum + parts, 0);
  return Math.max(0, ...sent.map(({ at }) => partsFrom(at)));
}

describe("a watch that ends", () => {
  it("aborts the request under way and asks no more", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    const unanswered = watch.fallSilent();
    await pass(oneReadMs);
    expect(unanswered.map(({ aborted }) => aborted)).toEqual([false]);
    watch.stop();
    await pass(60_000);
    expect(unanswered.map(({ aborted }) => aborted)).toEqual([true]);
  });
});

describe("a clock that was set back", () => {
  it("leads to one read of all tokens, then goes on", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    vi.setSystemTime(testNow - 86_400_000);
    expect((await nextRead(watch)).map(({ kind }) => kind)).toEqual(["page"]);
    expect((await nextRead(watch)).map(({ kind }) => kind)).toEqual(["batch"]);
    watch.stop();
  });
});

describe("a history that is still writing", () => {
  const recordPart = () => Promise.resolve();

  it("keeps the first page from being shown", async () => {
    const written: (() => void)[] = [];
    const wait = () => new Promise<void>((resolve) => written.push(resolve));
    const recorder = { record: () => Promise.resolve(), recordPart: wait };
    const watch = await watching({ tokens: 30, running: 3, pageSize: 20 }, usual, () => 0.5, recorder);
    await pass(1_000);
    expect([written.length, watch.data()]).toEqual([1, undefined]);
    written[0]?.();
    await pass(1);
    expect(watch.data()?.snapshot.isComplete).toBe(true);
    watch.stop();
  });

  it("keeps what was read from being shown", async () => {
    const written: (() => void)[] = [];
    const record = () => new Promise<void>((resolve) => written.push(resolve));
    const watch = await watching({ tokens: 30, running: 3 }, usual, () => 0.5, { record, recordPart });
    written.shift()?.();
    await pass(1);
    const shown = attempts(watch, 0);
    await nextRead(watch);
    expect([written.length, attempts(watch, 0)]).toEqual([1, shown]);
    written.shift()?.();
    await pass(1);
    expect(attempts(watch, 0)).not.toEqual(shown);
    watch.stop();
  });
});
