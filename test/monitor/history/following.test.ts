import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { History } from "../../../src/monitor/history/history.ts";
import { testNow } from "../../support/builders.ts";
import { failedCounts, failing } from "./failedCounts.ts";
import { aBrowser, openHistory } from "./openHistory.ts";
import { aRead, onlyRemembered } from "./reads.ts";

beforeEach(() => void aBrowser());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function linesOf(history: History): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of history.exportLines()) lines.push(line);
  return lines;
}

async function bothRead(leader: History, follower: History, counts: readonly number[]) {
  for (const count of counts) {
    await leader.record(aRead(10 * count, failing(count)));
    await follower.follow(aRead(10 * count, failing(count)));
  }
}

it("keeps in memory what another page has read, where nothing is to be on disk", async () => {
  const settings = { persist: false, days: 90 };
  const [leader, follower] = [await openHistory({ settings }), await openHistory({ settings })];
  await bothRead(leader, follower, [1, 2, 3]);
  expect(await failedCounts(follower)).toEqual([1, 2, 3]);
  await follower.record(aRead(40, failing(4)));
  expect(await failedCounts(follower)).toEqual([1, 2, 3, 4]);
});

it("says that nothing is stored and loses nothing when the page that writes could not", async () => {
  let now = testNow;
  const clock = () => now;
  const [leader, follower] = [await openHistory({ clock }), await openHistory({ clock })];
  await bothRead(leader, follower, [1]);
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  await bothRead(leader, follower, [2, 3, 4]);
  expect(follower.getState().storage).toEqual({ kind: "memory", because: "failed" });
  leader.close();
  put.mockRestore();
  now += 120_000;
  await follower.record(aRead(50, failing(5)));
  expect(follower.getState().storage).toEqual({ kind: "persistent" });
  expect(await failedCounts(follower)).toEqual([1, 2, 3, 4, 5]);
  expect(await failedCounts(await openHistory())).toEqual([1, 2, 3, 4, 5]);
});

it("takes over without reading again what is on disk", async () => {
  const [leader, follower] = [await openHistory(), await openHistory()];
  await bothRead(leader, follower, [1, 2, 3]);
  leader.close();
  const all = vi.spyOn(IDBIndex.prototype, "getAll");
  const whole = vi.spyOn(IDBObjectStore.prototype, "getAll");
  await follower.record(aRead(40, failing(4)));
  const asked = [...all.mock.contexts, ...whole.mock.contexts] as readonly { readonly name: string }[];
  expect(asked.map(({ name }) => name)).not.toContain("observations");
  expect(await failedCounts(follower)).toEqual([1, 2, 3, 4]);
});

it("reads the disk again after a connection that failed", async () => {
  const [leader, follower] = [await openHistory(), await openHistory()];
  await bothRead(leader, follower, [1, 2, 3]);
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
    throw new DOMException("closing", "InvalidStateError");
  });
  await failedCounts(follower);
  expect(await failedCounts(follower)).toEqual([1, 2, 3]);
  await bothRead(leader, follower, [4]);
  expect(follower.getState().storage).toEqual({ kind: "persistent" });
});

it("gives no file that lacks what is on disk", async () => {
  const [leader, follower] = [await openHistory(), await openHistory()];
  await bothRead(leader, follower, [1, 2, 3]);
  const broken = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
    throw new DOMException("closing", "InvalidStateError");
  });
  await expect(linesOf(follower)).rejects.toThrow("cannot be read");
  broken.mockRestore();
  const lines = await linesOf(follower);
  expect(lines.filter((line) => line.includes('"observation"'))).toHaveLength(3);
});

it("takes nothing from an answer that was overtaken by another page's", async () => {
  const [paused, leader] = [await openHistory(), await openHistory()];
  await paused.record(aRead(0, failing(1)));
  await leader.record(aRead(10, failing(3)));
  await paused.record(aRead(11, failing(2), { askedAt: testNow + 9_000 }));
  expect(await failedCounts(paused)).toEqual([1, 3]);
  await paused.record(aRead(12, [], { askedAt: testNow + 9_500 }));
  expect(onlyRemembered(paused.getState().memory).goneSince).toBeNull();
  await paused.record(aRead(20, failing(4), { askedAt: testNow + 19_000 }));
  expect(await failedCounts(paused)).toEqual([1, 3, 4]);
});
