// @vitest-environment jsdom

import { QueryClient, QueryObserver } from "@tanstack/react-query";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PollSettings } from "../../src/domain/pollDelay.ts";
import { planRead } from "../../src/monitor/readPlan.ts";
import { recordedRead } from "../../src/monitor/recordedRead.ts";
import type { WatchedTokens } from "../../src/monitor/watchedTokens.ts";
import { createWatchQuery } from "../../src/monitor/watchQuery.ts";
import { testNow } from "../support/builders.ts";
import { type SentRequest, tinyGraph } from "../support/tinyGraph.ts";

const usual: PollSettings = { activeSeconds: 10, idleSeconds: 300, unchangedMinutes: 60 };
/** One interval of ten seconds with the jitter of these tests, and a little more. */
const oneReadMs = 10_600;

async function watching(
  tenant: Parameters<typeof tinyGraph>[0],
  settings: PollSettings = usual,
  random: () => number = () => 0.5,
) {
  const graph = tinyGraph(tenant);
  const { reader, meter } = graph;
  const client = new QueryClient();
  const watch = createWatchQuery({ reader, meter, watchKey: "ada", settings, clock: Date.now, random });
  const observer = new QueryObserver(client, watch.options);
  const unsubscribe = observer.subscribe(() => undefined);
  await pass(1);
  const data = () => client.getQueryData<WatchedTokens>(watch.options.queryKey);
  return {
    ...graph,
    data,
    state: () => observer.getCurrentResult(),
    plan: () => planRead(data(), settings),
    refresh() {
      watch.wantFullRead();
      void observer.refetch({ cancelRefetch: false });
    },
    stop() {
      unsubscribe();
      client.clear();
    },
  };
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** The requests of one interval. */
async function nextRead({ sent }: { readonly sent: SentRequest[] }): Promise<readonly SentRequest[]> {
  const before = sent.length;
  await pass(oneReadMs);
  return sent.slice(before);
}

const attempts = ({ data }: { readonly data: () => WatchedTokens | undefined }, index: number) =>
  data()?.snapshot.tokens[index]?.actionResults?.[0]?.totalLicensesCount;

/** What the history is told to be no longer reported. */
const gone = ({ data }: { readonly data: () => WatchedTokens | undefined }) => {
  const watched = data();
  return watched && recordedRead(watched, usual).notFound;
};

const throttled = (seconds: number) => ({ status: 429, headers: { "Retry-After": String(seconds) } });

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

describe("a part that fails", () => {
  it("waits as long as its own answer says", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    watch.spoil(1, throttled(35));
    await nextRead(watch);
    watch.spoil(1, null);
    const asked = [
      await nextRead(watch),
      await nextRead(watch),
      await nextRead(watch),
      await nextRead(watch),
    ];
    expect(asked.map((requests) => requests.flatMap(({ ids }) => ids))).toEqual([
      ["token-0", "token-2"],
      ["token-0", "token-2"],
      ["token-0", "token-2"],
      ["token-0", "token-1", "token-2"],
    ]);
    watch.stop();
  });

  it("costs the other parts nothing", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    const [before, beforeNeighbour] = [attempts(watch, 1), attempts(watch, 2)];
    watch.spoil(1, throttled(35));
    await nextRead(watch);
    expect(attempts(watch, 1)).toBe(before);
    expect(attempts(watch, 2)).not.toBe(beforeNeighbour);
    expect(watch.state()).toMatchObject({ status: "success", error: null });
  });

  it.each([
    ["a server error", { status: 503 }],
    ["a refusal", { status: 403 }],
    ["an answer that cannot be read", { status: 200 }],
  ])("is asked for again at the next read after %s", async (_, part) => {
    const watch = await watching({ tokens: 30, running: 3 });
    watch.spoil(1, part);
    await nextRead(watch);
    expect(watch.data()?.unread?.size).toBe(1);
    watch.spoil(1, null);
    expect((await nextRead(watch)).flatMap(({ ids }) => ids)).toContain("token-1");
    expect(watch.data()?.unread?.size).toBe(0);
    watch.stop();
  });

  it("backs off by itself when no wait is named", async () => {
    const watch = await watching({ tokens: 30, running: 2 });
    watch.spoil(1, { status: 429 });
    await pass(280_000);
    const batches = watch.sent.filter(({ kind }) => kind === "batch");
    const tries = batches.filter(({ ids }) => ids.includes("token-1")).length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(batches.length / 2);
    watch.stop();
  });

  it("tells how many tokens were not read, until they are", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    watch.spoil(0, throttled(15));
    watch.spoil(2, { status: 503 });
    await nextRead(watch);
    expect(watch.data()?.unread?.size).toBe(2);
    watch.spoil(0, null);
    watch.spoil(2, null);
    await nextRead(watch);
    expect(watch.data()?.unread?.size).toBe(1);
    await nextRead(watch);
    expect(watch.data()?.unread?.size).toBe(0);
    watch.stop();
  });

  it("is gone at once when its token is not found", async () => {
    const watch = await watching({ tokens: 30, running: 1 });
    watch.remove(0);
    await nextRead(watch);
    expect(watch.data()?.snapshot.tokens).toHaveLength(29);
    expect(gone(watch)).toEqual(["token-0"]);
    watch.stop();
  });

  it("leads to a full read soon after its token was not found", async () => {
    const watch = await watching({ tokens: 30, running: 1 });
    watch.remove(0);
    await nextRead(watch);
    expect((await nextRead(watch)).map(({ kind }) => kind)).toEqual(["page"]);
    expect(watch.data()?.notFound?.size).toBe(0);
    expect(await nextRead(watch)).toEqual([]);
    watch.stop();
  });

  it("does not change reads for ever when a listed token is not found", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    watch.spoil(1, { status: 404 });
    await nextRead(watch);
    await nextRead(watch);
    expect(watch.data()?.snapshot.tokens).toHaveLength(30);
    expect(gone(watch)).toEqual([]);
    const before = watch.sent.length;
    await pass(1_500_000);
    const sent = watch.sent.slice(before);
    expect(sent.filter(({ kind }) => kind === "page").length).toBeLessThanOrEqual(5);
    expect(sent.filter(({ ids }) => ids.includes("token-1"))).toHaveLength(1);
    watch.stop();
  });

  it("is asked for by itself again once it is found", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    watch.spoil(1, { status: 404 });
    await nextRead(watch);
    await nextRead(watch);
    watch.spoil(1, null);
    await pass(330_000);
    expect((await nextRead(watch)).flatMap(({ ids }) => ids)).toContain("token-1");
    expect(watch.data()?.notFound?.size).toBe(0);
    watch.stop();
  });

  it("is looked at once more when it had just ended", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    watch.end(1);
    await nextRead(watch);
    watch.spoil(1, { status: 503 });
    await nextRead(watch);
    watch.spoil(1, null);
    expect((await nextRead(watch)).flatMap(({ ids }) => ids)).toContain("token-1");
    expect((await nextRead(watch)).flatMap(({ ids }) => ids)).not.toContain("token-1");
    watch.stop();
  });
});

describe("a read without a single answer", () => {
  it("fails with the longest wait of its parts", async () => {
    const watch = await watching({ tokens: 30, running: 3 });
    for (const [index, seconds] of [20, 45, 30].entries()) watch.spoil(index, throttled(seconds));
    await nextRead(watch);
    expect(watch.state().error).toMatchObject({ kind: "throttled", retryAfterMs: 45_000 });
    const before = watch.sent.length;
    await pass(44_000);
    expect(watch.sent).toHaveLength(before);
    await pass(2_000);
    expect(watch.sent.length).toBeGreaterThan(before);
    watch.stop();
  });

  it("asks nobody while all that still run have to wait", async () => {
    const watch = await watching({ tokens: 30, running: 2 });
    watch.spoil(1, throttled(60));
    watch.end(0);
    await pass(2 * oneReadMs);
    const before = watch.sent.length;
    await pass(39_000);
    expect(watch.sent).toHaveLength(before);
    await pass(15_000);
    expect(watch.sent[before]?.ids).toEqual(["token-1"]);
    watch.stop();
  });

  it("needs a person when sign-in ends between two batches", async () => {
    const watch = await watching({ tokens: 300, running: 30 });
    watch.endSignInAfter(1);
    expect(await nextRead(watch)).toHaveLength(1);
    expect(watch.state().error).toMatchObject({ kind: "signInNeeded" });
    const before = watch.sent.length;
    await pass(600_000);
    expect(watch.sent).toHaveLength(before);
    watch.stop();
  });
});

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
