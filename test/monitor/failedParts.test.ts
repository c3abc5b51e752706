// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RecordedRead } from "../../src/monitor/history/recordSnapshot.ts";
import { testNow } from "../support/builders.ts";
import { attempts, gone, nextRead, oneReadMs, pass, throttled, usual, watching } from "./watching.ts";

const recordPart = async () => undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: testNow });
});
afterEach(() => {
  vi.useRealTimers();
});

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
    const recorded: RecordedRead[] = [];
    const record = async (read: RecordedRead) => void recorded.push(read);
    const watch = await watching({ tokens: 300, running: 30 }, usual, () => 0.5, { record, recordPart });
    const [first, last] = [attempts(watch, 0), attempts(watch, 29)];
    watch.endSignInAfter(1);
    expect(await nextRead(watch)).toHaveLength(1);
    expect(watch.state().error).toMatchObject({ kind: "signInNeeded" });
    // What the first batch has told is written and shown all the same.
    expect(attempts(watch, 0)).toBeGreaterThan(Number(first));
    expect(attempts(watch, 29)).toBe(last);
    expect(recorded.at(-1)?.snapshot).toBe(watch.data()?.snapshot);
    const before = watch.sent.length;
    await pass(600_000);
    expect(watch.sent).toHaveLength(before);
    watch.stop();
  });
});

describe("a list of all tokens that fails", () => {
  it("does not keep the running ones from being read, written and shown", async () => {
    const recorded: RecordedRead[] = [];
    const record = async (read: RecordedRead) => void recorded.push(read);
    const watch = await watching({ tokens: 300, running: 3 }, usual, () => 0.5, { record, recordPart });
    watch.breakList(true);
    watch.refresh();
    const seen: unknown[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await pass(2_000 * 2 ** attempt);
      seen.push(attempts(watch, 0));
      expect(watch.state().error).toMatchObject({ kind: "serverError" });
      expect(recorded.at(-1)).toMatchObject({ isFull: false, snapshot: watch.data()?.snapshot });
    }
    expect(new Set(seen).size).toBe(3);
    expect(watch.sent.slice(-2).map(({ kind }) => kind)).toEqual(["page", "batch"]);
    watch.breakList(false);
    await pass(60_000);
    expect(watch.state().error).toBeNull();
    watch.stop();
  });

  it("costs no further request where a person is needed", async () => {
    const watch = await watching({ tokens: 300, running: 3 });
    watch.endSignInAfter(0);
    watch.refresh();
    await pass(1);
    expect(watch.state().error).toMatchObject({ kind: "signInNeeded" });
    expect(watch.sent.at(-1)?.kind).toBe("page");
    watch.stop();
  });
});
