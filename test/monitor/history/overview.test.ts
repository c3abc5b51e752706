import { describe, expect, it } from "vitest";
import { lastDays } from "../../../src/dashboard/overview/lastDays.ts";
import { deriveOverview, deriveOverviewInTasks } from "../../../src/monitor/history/overview.ts";
import type { RecordedRead } from "../../../src/monitor/history/recordSnapshot.ts";
import { aResult, aVppToken, hourMs, testNow } from "../../support/builders.ts";
import { aRead, record, recordOnto, withResult } from "./reads.ts";

const dayStarts = lastDays(testNow, 14);
const dayMs = 24 * hourMs;
const done = { actionState: "done", totalLicensesCount: 10, failedLicensesCount: 0 } as const;

function overviewOf(...reads: readonly RecordedRead[]) {
  return deriveOverview(record(...reads).memory, dayStarts);
}

describe("the last days", () => {
  it("hold what ended on each by Intune's own date", () => {
    const actionResults = [
      aResult({ ...done, startedAt: testNow - 3 * dayMs, lastUpdatedAt: testNow - 2 * dayMs }),
      aResult({ ...done, failedLicensesCount: 1, startedAt: testNow - hourMs, lastUpdatedAt: testNow }),
      aResult({ actionState: "failed", startedAt: 5, lastUpdatedAt: testNow }),
      aResult({ ...done, startedAt: 1, lastUpdatedAt: testNow - 30 * dayMs }),
      aResult({ startedAt: 2, lastUpdatedAt: testNow }),
    ];
    const { days, running, undated } = overviewOf(aRead(0, [aVppToken({ actionResults })]));
    expect(days.at(-1)?.ended).toEqual({ done: 0, canceled: 0, doneWithFailures: 1, failed: 1 });
    expect(days.at(-3)?.ended).toEqual({ done: 1, canceled: 0, doneWithFailures: 0, failed: 0 });
    expect(days.flatMap(({ ended }) => Object.values(ended)).reduce((sum, count) => sum + count)).toBe(3);
    expect({ running, undated }).toEqual({ running: 1, undated: 0 });
  });

  it("go by what was seen here where Intune gives no date", () => {
    const dateless = { ...done, lastUpdatedAt: "never" } as const;
    expect(overviewOf(aRead(0, withResult(dateless))).undated).toBe(1);
    const seen = overviewOf(
      aRead(0, withResult({ ...dateless, actionState: "active" })),
      aRead(10, withResult(dateless)),
    );
    expect(seen.undated).toBe(0);
    expect(seen.days.at(-1)?.ended.done).toBe(1);
  });

  it("say on which somebody watched, and since when", () => {
    const { days, watchedSince } = overviewOf(aRead(-3 * 86_400), aRead(0));
    expect(days.map(({ isWatched }) => isWatched).slice(-4)).toEqual([true, false, false, true]);
    expect(watchedSince).toBe(testNow - 3 * dayMs);
    expect(overviewOf().watchedSince).toBeNull();
  });

  it("add up attempts by VPP token, without what contradicts itself", () => {
    const fine = aVppToken({ id: "fine", actionResults: [aResult({ ...done, lastUpdatedAt: testNow })] });
    const bad = aVppToken({
      id: "bad",
      actionResults: [
        aResult({
          actionState: "failed",
          lastUpdatedAt: testNow,
          startedAt: 1,
          totalLicensesCount: 50,
          failedLicensesCount: 40,
        }),
        aResult({
          ...done,
          lastUpdatedAt: testNow,
          startedAt: 2,
          totalLicensesCount: 2,
          failedLicensesCount: 3,
        }),
      ],
    });
    const old = aVppToken({ id: "old", actionResults: [aResult({ ...done, lastUpdatedAt: 5 })] });
    const { tokens } = overviewOf(aRead(0, [fine, bad, old]));
    expect(
      tokens.map(({ vppToken, totals }) => [vppToken.id, totals.attempts, totals.failed, totals.leftOut]),
    ).toEqual([
      ["bad", 50, 40, 1],
      ["fine", 10, 0, 0],
    ]);
  });

  it("keep what Intune no longer reports", () => {
    const { days, running } = overviewOf(
      aRead(0, withResult({ ...done, lastUpdatedAt: testNow })),
      aRead(10, []),
    );
    expect(days.at(-1)?.ended.done).toBe(1);
    expect(running).toBe(0);
  });

  it("look into no VPP token again of which nothing new was seen", () => {
    const still = aVppToken({ id: "still" });
    const recording = record(aRead(0, [still, aVppToken({ id: "moving" })]));
    const before = deriveOverview(recording.memory, dayStarts);
    const moved = aVppToken({ id: "moving", actionResults: [aResult({ totalLicensesCount: 1_300 })] });
    const after = deriveOverview(recordOnto(recording, aRead(10, [still, moved])).memory, dayStarts);
    const shareOf = (id: string, { tokens }: typeof before) =>
      tokens.find(({ vppToken }) => vppToken.id === id);
    expect(shareOf("still", after)).toBe(shareOf("still", before));
    expect(shareOf("moving", after)).not.toBe(shareOf("moving", before));
  });

  it("are the same when derived in several tasks", async () => {
    const vppTokens = Array.from({ length: 450 }, (_, index) => aVppToken({ id: `t${index}` }));
    const { memory } = record(aRead(0, vppTokens));
    let tasks = 1;
    const derived = await deriveOverviewInTasks(memory, dayStarts, async () => {
      tasks += 1;
    });
    expect(tasks).toBe(3);
    expect(derived).toEqual(deriveOverview(memory, dayStarts));
  });
});
