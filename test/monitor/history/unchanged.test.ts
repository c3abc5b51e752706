import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../../src/domain/actionResult.ts";
import { isUnchangedForLong, unchangedSince } from "../../../src/monitor/history/unchanged.ts";
import { hourMs, minuteMs, testNow } from "../../support/builders.ts";
import { aRead, onlyRemembered, record, withResult } from "./reads.ts";

const now = testNow + hourMs;
const minutesFromTestNow = (results: readonly Partial<ActionResult>[]) => {
  const { memory } = record(...results.map((result, index) => aRead(600 * index, withResult(result))));
  const since = unchangedSince(onlyRemembered(memory), now);
  return since === null ? null : (since - testNow) / minuteMs;
};
const earlier = testNow - 3 * hourMs;

describe("unchangedSince", () => {
  it.each<[string, Partial<ActionResult>[], number | null]>([
    ["counts from Intune's date", [{ lastUpdatedAt: earlier }], -180],
    [
      "counts from a later change seen here",
      [{ lastUpdatedAt: earlier }, { lastUpdatedAt: earlier, failedLicensesCount: 21 }],
      10,
    ],
    ["counts from a later date that came with it", [{}, { lastUpdatedAt: testNow + 15 * minuteMs }], 15],
    ["counts from first sight at a sentinel", [{ lastUpdatedAt: "never" }], 0],
    ["counts from first sight without a date", [{ lastUpdatedAt: null }], 0],
    [
      "counts from first sight at an unreadable date",
      [{ lastUpdatedAt: { kind: "unreadable", raw: "x" } }],
      0,
    ],
    ["counts from first sight at a date to come", [{ lastUpdatedAt: now + 1 }], 0],
    [
      "counts from a change seen at a sentinel",
      [{ lastUpdatedAt: "never" }, { lastUpdatedAt: "never", totalLicensesCount: 1 }],
      10,
    ],
    ["counts while pending", [{ actionState: "pending", lastUpdatedAt: earlier }], -180],
    ["says nothing of what has ended", [{ actionState: "done" }], null],
    ["says nothing of an unknown state", [{ actionState: { kind: "unrecognized", raw: "paused" } }], null],
  ])("%s", (_, results, expected) => {
    expect(minutesFromTestNow(results)).toBe(expected);
  });

  it("says nothing of what is gone", () => {
    expect(unchangedSince(onlyRemembered(record(aRead(0), aRead(10, [])).memory), now)).toBeNull();
  });

  it("never lies in the future", () => {
    const { memory } = record(aRead(0, withResult({ lastUpdatedAt: null })));
    expect(unchangedSince(onlyRemembered(memory), testNow - hourMs)).toBe(testNow - hourMs);
  });
});

describe("isUnchangedForLong", () => {
  it.each([
    [59, false],
    [60, true],
  ])("after %d minutes is %s", (minutes, expected) => {
    const { memory } = record(aRead(0, withResult({ lastUpdatedAt: testNow })));
    expect(isUnchangedForLong(onlyRemembered(memory), 60, testNow + minutes * minuteMs)).toBe(expected);
  });
});
