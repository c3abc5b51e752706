import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../../src/domain/actionResult.ts";
import { laterRunOf } from "../../../src/domain/laterRun.ts";
import type { VppToken } from "../../../src/domain/vppToken.ts";
import { findRemembered } from "../../../src/monitor/history/historyMemory.ts";
import { createNoLongerReported } from "../../../src/monitor/history/noLongerReported.ts";
import { lastObservation, lastSeenAtOf } from "../../../src/monitor/history/remembered.ts";
import { aResult, aVppToken, hourMs, testNow } from "../../support/builders.ts";
import { aRead, onlyRemembered, record, recordOnto, rememberedIn, withResult } from "./reads.ts";

describe("recordSnapshot", () => {
  it("counts first sight as one observation", () => {
    const { observed, past, memory } = record(aRead(0));
    expect(observed).toEqual([lastObservation(onlyRemembered(memory))]);
    expect(observed).toMatchObject([
      { seenAt: testNow, actionState: "active", outcome: "active", attempted: 1_200, failed: 20 },
    ]);
    expect(past).toEqual([]);
  });

  it.each([
    ["the state", { actionState: "done" as const }],
    ["a state nobody knows", { actionState: { kind: "unrecognized", raw: "paused" } as const }],
    ["attempted", { totalLicensesCount: 1_201 }],
    ["attempted that is no number", { totalLicensesCount: { kind: "unreadable", raw: "many" } as const }],
    ["failed", { failedLicensesCount: 21 }],
    ["the date", { lastUpdatedAt: testNow }],
    ["the reason", { failureReason: "appleFailure" as const }],
  ])("observes a change of %s", (_, change) => {
    const { observed, past } = record(aRead(0), aRead(10, withResult(change)));
    expect(observed).toHaveLength(1);
    expect(past).toMatchObject([{ seenAt: testNow, attempted: 1_200 }]);
  });

  it("observes nothing where nothing has changed", () => {
    const unreadable = () => ({ kind: "unreadable", raw: { count: "many" } }) as const;
    const { observed, past } = record(
      aRead(0, withResult({ failedLicensesCount: unreadable() })),
      aRead(10, withResult({ failedLicensesCount: unreadable(), raw: { somethingElse: 1 } })),
    );
    expect([...observed, ...past]).toEqual([]);
  });

  it("keeps its memory where nothing has changed", () => {
    const tokens = [aVppToken()];
    const first = record(aRead(0, tokens));
    const second = recordOnto(first, aRead(10, tokens, { isFull: false }));
    expect(second.memory.tokens).toBe(first.memory.tokens);
    expect(second.memory.recorded).toBe(first.memory.recorded);
  });

  it("never looks at a token again that kept its object", () => {
    const looked: string[] = [];
    const [quiet, busy] = ["quiet", "busy"].map((id) => watched(aVppToken({ id }), () => looked.push(id)));
    if (quiet === undefined || busy === undefined) throw new Error("two tokens");
    const before = record(aRead(0, [quiet, busy]));
    looked.length = 0;
    recordOnto(before, aRead(10, [quiet, watched(aVppToken({ id: "busy" }), () => looked.push("busy"))]));
    expect(new Set(looked)).toEqual(new Set(["busy"]));
  });

  it("marks as gone what a full read lacks", () => {
    const { memory } = record(aRead(0), aRead(300), aRead(600, []));
    expect(onlyRemembered(memory)).toMatchObject({
      goneSince: testNow + 600_000,
      lastSeenAt: testNow + 300_000,
    });
  });

  it("marks as gone what its own token lacks", () => {
    const { memory } = record(aRead(0), aRead(10, [aVppToken({ actionResults: [] })], { isFull: false }));
    expect(onlyRemembered(memory).goneSince).toBe(testNow + 10_000);
  });

  it("marks as gone what was answered with 404", () => {
    const tokens = [aVppToken()];
    const notFound = tokens.map(({ id }) => id);
    const gone = record(aRead(0, tokens), aRead(10, tokens, { isFull: false, notFound }));
    expect(onlyRemembered(gone.memory).goneSince).toBe(testNow + 10_000);
    const still = recordOnto(gone, aRead(20, tokens, { isFull: false }));
    expect(onlyRemembered(still.memory).goneSince).toBe(testNow + 10_000);
    const back = recordOnto(still, aRead(30, tokens));
    expect(onlyRemembered(back.memory).goneSince).toBeNull();
  });

  it.each([
    ["a read of some", { isFull: false }],
    [
      "pages of a first read",
      { isFull: true, snapshot: { tokens: [], unreadableTokens: [], isComplete: false } },
    ],
  ])("takes nothing for gone after %s", (_, overrides) => {
    const { memory } = record(aRead(0), aRead(10, [], overrides));
    expect(onlyRemembered(memory).goneSince).toBeNull();
  });

  it("takes back that it is gone", () => {
    const { memory, observed } = record(aRead(0), aRead(300, []), aRead(600));
    expect(onlyRemembered(memory)).toMatchObject({ goneSince: null, firstSeenAt: testNow });
    expect(observed).toEqual([]);
  });

  it("shows a gone row with its last numbers", () => {
    const raw = { id: "token-1", tokenActionResults: [{ secretOfAnotherRow: true }] };
    const { memory } = record(aRead(0, [aVppToken({ raw })]), aRead(10, []));
    const [row] = createNoLongerReported()(memory);
    expect(row).toMatchObject({
      outcome: "active",
      progress: { attempted: 1_200, failed: 20 },
      vppToken: { displayName: "North District", actionResults: [], raw: { id: "token-1" } },
    });
    expect(JSON.stringify(row)).not.toContain("secretOfAnotherRow");
    expect(createNoLongerReported()(memory)[0]).toBe(row);
  });

  it("tells a gone row of a later run that is still reported", () => {
    const failed = aResult({ actionState: "failed", startedAt: testNow - 2 * hourMs });
    const done = aResult({ actionState: "done", failedLicensesCount: 0, startedAt: testNow - hourMs });
    const readOf = (seconds: number, actionResults: readonly ActionResult[]) =>
      aRead(seconds, [aVppToken({ actionResults })]);
    const { memory } = record(readOf(0, [failed, done]), readOf(300, [done]));
    expect(createNoLongerReported()(memory).map(laterRunOf)).toEqual(["endedWell"]);
  });

  it("says until when an untouched one was seen", () => {
    const tokens = [aVppToken()];
    const { memory } = record(aRead(0, tokens), aRead(300, tokens));
    expect(lastSeenAtOf(onlyRemembered(memory), memory.fullReadAt)).toBe(testNow + 300_000);
  });

  it("keeps the order when the clock is set back", () => {
    const reads = [0, -60, -50].map((seconds, index) =>
      aRead(seconds, withResult({ failedLicensesCount: index })),
    );
    const { memory, past } = record(...reads);
    const last = lastObservation(onlyRemembered(memory));
    const orders = [...past, last].map(({ order }) => order - testNow);
    expect(orders).toEqual([0, 1, 2]);
    expect(last.seenAt).toBe(testNow - 50_000);
  });

  it("does not keep what no store could hold", () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    const bad = { totalLicensesCount: { kind: "unreadable", raw: deep } as const, raw: deep };
    const { memory } = record(
      aRead(0, withResult(bad)),
      aRead(10, withResult({ ...bad, failedLicensesCount: 1 })),
    );
    const { result } = onlyRemembered(memory);
    expect(JSON.stringify(result).length).toBeLessThan(1_000);
    expect(result.failedLicensesCount).toBe(1);
  });
});

describe("a revocation without a start", () => {
  const unstarted = (overrides = {}) =>
    withResult({ actionState: "pending", startedAt: "never", ...overrides });

  it.each(["never" as const, null])("goes on when its start (%s) becomes real", (startedAt) => {
    const { memory, past } = record(aRead(0, unstarted({ startedAt })), aRead(10));
    const one = onlyRemembered(memory);
    expect(one).toMatchObject({ firstSeenAt: testNow, changedAt: testNow + 10_000 });
    expect(past).toMatchObject([{ key: one.key, actionState: "pending" }]);
  });

  it("is found by its former identity", () => {
    const before = record(aRead(0, unstarted()));
    const { identity } = onlyRemembered(before.memory);
    const after = recordOnto(before, aRead(10));
    expect(findRemembered(after.memory, identity)?.remembered).toBe(onlyRemembered(after.memory));
  });

  it("is another one when it comes anew", () => {
    const both = [
      aVppToken({ actionResults: [aResult(), aResult({ actionState: "pending", startedAt: "never" })] }),
    ];
    const { memory } = record(aRead(0, unstarted()), aRead(10), aRead(20, both));
    expect(rememberedIn(memory).map(({ firstSeenAt }) => firstSeenAt - testNow)).toEqual([0, 20_000]);
  });

  const started = (...starts: number[]) => [
    aVppToken({ actionResults: starts.map((startedAt) => aResult({ startedAt })) }),
  ];
  it.each<[string, readonly VppToken[], readonly VppToken[]]>([
    ["two start at once", unstarted(), started(1, 2)],
    ["the one that starts has another name", unstarted(), withResult({ actionName: "other" })],
    ["it had ended, and one runs", unstarted({ actionState: "done" }), withResult()],
    [
      "it is still there",
      unstarted(),
      [aVppToken({ actionResults: [aResult(), ...(unstarted()[0]?.actionResults ?? [])] })],
    ],
    [
      "there were two of it",
      [aVppToken({ actionResults: [aResult({ startedAt: "never" }), aResult({ startedAt: "never" })] })],
      withResult(),
    ],
    [
      "another one lost its place too",
      [aVppToken({ actionResults: [aResult({ startedAt: "never" }), aResult({ startedAt: null })] })],
      withResult(),
    ],
    ["another token's starts", unstarted(), [aVppToken({ id: "token-2" }), aVppToken({ actionResults: [] })]],
  ])("is not continued when %s", (_, before, after) => {
    const { memory } = record(aRead(0, before), aRead(10, after));
    expect(rememberedIn(memory).flatMap(({ formerKeys }) => formerKeys)).toEqual([]);
    expect(rememberedIn(memory).filter(({ firstSeenAt }) => firstSeenAt > testNow).length).toBeGreaterThan(0);
  });

  it("stays ambiguous once it was", () => {
    const two = [aVppToken({ actionResults: [aResult(), aResult()] })];
    const { memory } = record(aRead(0, two), aRead(10));
    expect(
      rememberedIn(memory).map(({ isAmbiguous, goneSince }) => [isAmbiguous, goneSince !== null]),
    ).toEqual([
      [true, false],
      [true, true],
    ]);
  });
});

/** A token that tells when somebody asks for its results. */
function watched(vppToken: VppToken, onLook: () => void): VppToken {
  return Object.defineProperty({ ...vppToken }, "actionResults", {
    enumerable: true,
    get() {
      onLook();
      return vppToken.actionResults;
    },
  });
}
