import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isUnreadable } from "../../../src/domain/received.ts";
import { parseVppToken } from "../../../src/graph/parseVppTokens.ts";
import type { History } from "../../../src/monitor/history/history.ts";
import { historyDatabaseName } from "../../../src/monitor/history/historyStores.ts";
import { aResult, aVppToken, hourMs, testNow } from "../../support/builders.ts";
import { failedCounts, failing } from "./failedCounts.ts";
import { aBrowser, onDisk, openHistory } from "./openHistory.ts";
import { aRead, rememberedIn, withResult } from "./reads.ts";

const days = (count: number) => count * 24 * hourMs;

beforeEach(() => void aBrowser());
afterEach(() => vi.unstubAllGlobals());

const rememberedBy = (history: History) => rememberedIn(history.getState().memory);
describe("a history", () => {
  it("is on disk before it is shown", async () => {
    const history = await openHistory();
    const shown: unknown[] = [];
    history.subscribe(() => shown.push(rememberedBy(history).length));
    const recording = history.record(aRead(0));
    expect(shown).toEqual([]);
    await recording;
    expect(shown).toEqual([1]);
    expect((await onDisk()).tokens).toEqual([...history.getState().memory.tokens.values()]);
    expect(history.getState().storage).toEqual({ kind: "persistent" });
  });

  it("is forgotten in other pages once it is erased", async () => {
    const [one, other] = [await openHistory(), await openHistory()];
    await one.record(aRead(0));
    await other.reload();
    expect(rememberedBy(other)).toHaveLength(1);
    await one.erase();
    await vi.waitFor(() => expect(rememberedBy(other)).toEqual([]));
    one.close();
    other.close();
  });

  it("does not bring back what another page could not write before", async () => {
    const [one, other] = [await openHistory(), await openHistory()];
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    put.mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await other.record(aRead(0));
    put.mockRestore();
    await one.erase();
    await vi.waitFor(() => expect(rememberedBy(other)).toEqual([]));
    await other.record(aRead(100, []));
    expect((await onDisk()).tokens).toEqual([]);
    one.close();
    other.close();
  });

  it("shows in other pages what a file has brought", async () => {
    const source = await openHistory({ accountKey: "elsewhere" });
    await source.record(aRead(0));
    const lines: string[] = [];
    for await (const line of source.exportLines()) lines.push(line);
    const [one, other] = [await openHistory(), await openHistory()];
    await one.importLines(lines);
    await vi.waitFor(() => expect(rememberedBy(other)).toHaveLength(1));
    for (const history of [source, one, other]) history.close();
  });

  it("gives what was new in a read", async () => {
    const history = await openHistory();
    expect(await history.record(aRead(0))).toHaveLength(1);
    expect(await history.record(aRead(10))).toEqual([]);
    expect(await history.record(aRead(20, failing(21)))).toMatchObject([{ failed: 21 }]);
  });

  it("knows everything again in a new page", async () => {
    const before = await openHistory();
    for (const count of [1, 2, 3]) await before.record(aRead(count * 10, failing(count)));
    before.close();
    const after = await openHistory();
    expect(after.getState().memory).toMatchObject({ ...before.getState().memory, recorded: new Map() });
    expect(await failedCounts(after)).toEqual([1, 2, 3]);
  });

  it("goes on after a new page without a new first sight", async () => {
    (await openHistory()).record(aRead(0));
    const after = await openHistory();
    expect(await after.record(aRead(600))).toEqual([]);
    expect(rememberedBy(after)).toMatchObject([{ firstSeenAt: testNow }]);
    expect(after.getState().memory.spans).toHaveLength(2);
  });

  it("keeps earlier observations when a start becomes real", async () => {
    const history = await openHistory();
    await history.record(aRead(0, withResult({ startedAt: "never", failedLicensesCount: 1 })));
    await history.record(aRead(10, withResult({ startedAt: "never", failedLicensesCount: 2 })));
    await history.record(aRead(20, withResult({ failedLicensesCount: 3 })));
    expect(await failedCounts(history)).toEqual([1, 2, 3]);
    expect(await failedCounts(await openHistory())).toEqual([1, 2, 3]);
  });

  it("never holds a credential", async () => {
    const wire = {
      id: "token-1",
      token: "secret",
      tokenActionResults: [{ ...wireResult(), Token: "secret" }],
    };
    const vppToken = parseVppToken(wire);
    if (isUnreadable(vppToken)) throw new Error("readable");
    const history = await openHistory();
    await history.record(aRead(0, [vppToken]));
    await history.record(aRead(10, [{ ...vppToken, actionResults: [aResult()] }]));
    const stored = JSON.stringify(await onDisk());
    expect(rememberedBy(history)).toHaveLength(2);
    expect(stored).not.toMatch(/secret|"token":/i);
  });

  it("never mixes tenants or accounts", async () => {
    const ids = [
      ["a", "b"],
      ["a", "b2"],
      ["a2", "b"],
      ["a/b", ""],
      ["a", "/b"],
      ["", "a/b"],
    ] as const;
    for (const [tenantKey, accountKey] of ids) {
      const history = await openHistory({ tenantKey, accountKey });
      expect(rememberedBy(history)).toEqual([]);
      await history.record(aRead(0));
    }
    expect(new Set(ids.map(([tenant, account]) => historyDatabaseName(tenant, account))).size).toBe(
      ids.length,
    );
  });

  it("remembers when somebody last looked", async () => {
    const history = await openHistory();
    await history.look();
    history.close();
    const later = testNow + hourMs;
    const again = await openHistory({ clock: () => later });
    await again.look();
    const expected = { lastAt: later, newsSince: testNow };
    expect(again.getState().looking).toEqual(expected);
    expect((await openHistory()).getState().looking).toEqual(expected);
  });

  it("is told when somebody looked in another page", async () => {
    const [one, other] = [await openHistory(), await openHistory()];
    await one.seeAll();
    const expected = { lastAt: testNow, newsSince: testNow };
    await vi.waitFor(() => expect(other.getState().looking).toEqual(expected));
    one.close();
    other.close();
  });

  it("erases everything in one go", async () => {
    const history = await openHistory();
    await history.record(aRead(0));
    await history.record(aRead(10, failing(1)));
    await history.look();
    expect(await history.erase()).toBe(true);
    expect(await onDisk()).toMatchObject({ tokens: [], observations: [], spans: [] });
    expect(history.getState()).toMatchObject({
      memory: { tokens: new Map(), spans: [] },
      looking: null,
    });
    expect(await history.record(aRead(20))).toHaveLength(1);
  });
});

describe("two pages of one account", () => {
  it("count the same read once", async () => {
    const [one, two] = [await openHistory(), await openHistory()];
    for (const [seconds, count] of [
      [0, 1],
      [10, 2],
    ] as const) {
      await one.record(aRead(seconds, failing(count)));
      await two.record(aRead(seconds, failing(count)));
    }
    expect((await onDisk()).observations).toHaveLength(1);
    expect(await failedCounts(two)).toEqual([1, 2]);
  });

  it("lose nothing when the second takes over", async () => {
    const [one, two] = [await openHistory(), await openHistory()];
    for (const count of [1, 2, 3]) await one.record(aRead(count, failing(count)));
    await two.record(aRead(4, failing(4)));
    expect(await failedCounts(two)).toEqual([1, 2, 3, 4]);
    await one.record(aRead(5, failing(5)));
    expect(await failedCounts(one)).toEqual([1, 2, 3, 4, 5]);
  });

  it("show the same when one follows", async () => {
    const [leader, follower] = [await openHistory(), await openHistory()];
    for (const count of [1, 2, 3]) {
      await leader.record(aRead(count, failing(count)));
      await follower.follow(aRead(count, failing(count)));
    }
    expect(follower.getState().memory.tokens).toEqual(leader.getState().memory.tokens);
    expect(await failedCounts(follower)).toEqual([1, 2, 3]);
  });

  it("agree after a reload", async () => {
    const [one, two] = [await openHistory(), await openHistory()];
    await one.record(aRead(0));
    await two.reload();
    expect(two.getState().memory.tokens).toEqual(one.getState().memory.tokens);
    await one.erase();
    await two.reload();
    expect(rememberedBy(two)).toEqual([]);
  });
});

describe("retention", () => {
  it.each([
    ["forgets what has long been gone", 91, 0],
    ["keeps what went lately", 89, 1],
  ])("%s", async (_, later, expected) => {
    const history = await openHistory();
    await history.record(aRead(0, failing(1)));
    await history.record(aRead(10, failing(2)));
    await history.record(aRead(20, []));
    history.close();
    const after = await openHistory({ clock: () => testNow + days(later) });
    expect(rememberedBy(after)).toHaveLength(expected);
    const { tokens, observations, spans } = await onDisk();
    expect([tokens, observations, spans].map((store) => store?.length)).toEqual(Array(3).fill(expected));
  });

  it("keeps what is still reported, without its old observations", async () => {
    const history = await openHistory();
    await history.record(aRead(0, failing(1)));
    await history.record(aRead(10, failing(2)));
    history.close();
    const after = await openHistory({ clock: () => testNow + days(100) });
    expect(rememberedBy(after)).toMatchObject([{ firstSeenAt: testNow }]);
    expect(await failedCounts(after)).toEqual([2]);
  });

  it("drops the oldest of what has ended first", async () => {
    const tokens = (failed: number) => [
      aVppToken({ id: "running", actionResults: [aResult({ failedLicensesCount: failed })] }),
      aVppToken({
        id: "ended",
        actionResults: [aResult({ actionState: "done", failedLicensesCount: failed })],
      }),
    ];
    const history = await openHistory();
    for (const count of [1, 2, 3, 4]) await history.record(aRead(count, tokens(count)));
    history.close();
    const after = await openHistory({ mostObservations: 4 });
    const counts = rememberedBy(after).map(async ({ identity }) =>
      (await after.observationsOf(identity)).map(({ failed }) => failed),
    );
    expect(await Promise.all(counts)).toEqual(
      rememberedBy(after).map(({ identity }) => (identity.parentId === "running" ? [1, 2, 3, 4] : [3, 4])),
    );
  });

  it("is looked after while the page is open", async () => {
    let now = testNow;
    const history = await openHistory({ clock: () => now });
    await history.record(aRead(0));
    await history.record(aRead(10, []));
    now += days(91);
    await history.record(aRead(days(91) / 1_000, []));
    expect(rememberedBy(history)).toEqual([]);
  });
});

function wireResult() {
  return {
    "@odata.type": "#microsoft.graph.vppTokenRevokeLicensesActionResult",
    actionState: "active",
    startDateTime: "2026-11-22T10:00:00Z",
  };
}
