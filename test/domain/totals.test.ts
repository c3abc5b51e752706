import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import {
  addTotals,
  createTotalsSum,
  deriveDurationMs,
  deriveTotals,
  type RevocationTotals,
} from "../../src/domain/totals.ts";
import { aResult, aRevocation, aVppToken, hourMs, minuteMs, testNow } from "../support/builders.ts";

function counted(totalLicensesCount: number | null, failedLicensesCount: number | null) {
  return aRevocation({ actionState: "done", totalLicensesCount, failedLicensesCount });
}

describe("deriveTotals", () => {
  it("is zero everywhere without revocations", () => {
    expect(deriveTotals([])).toEqual({
      revocations: 0,
      byGroup: { attention: 0, running: 0, endedWell: 0, canceled: 0, other: 0 },
      openFailures: 0,
      attempts: 0,
      failed: 0,
      leftOut: 0,
    });
  });

  it("adds attempts of every state", () => {
    const states = ["active", "done", "failed", "canceled", "notSupported"] as const;
    const revocations = states.map((actionState) => aRevocation({ actionState }));
    expect(deriveTotals(revocations)).toEqual({
      revocations: 5,
      byGroup: { attention: 2, running: 1, endedWell: 0, canceled: 1, other: 1 },
      openFailures: 2,
      attempts: 6_000,
      failed: 100,
      leftOut: 0,
    });
  });

  it("leaves out what cannot be added and says so", () => {
    const revocations = [counted(10, 1), counted(2, 3), counted(-1, 0), counted(null, 4), counted(0, 0)];
    expect(deriveTotals(revocations)).toMatchObject({ revocations: 5, attempts: 10, failed: 1, leftOut: 3 });
  });

  it("counts a failure as open until a later run has put it right", () => {
    const [failed, done] = [
      aResult({ actionState: "failed", startedAt: testNow - 2 * hourMs }),
      aResult({ actionState: "done", failedLicensesCount: 0, startedAt: testNow - hourMs }),
    ];
    const totalsOf = (...actionResults: ActionResult[]) =>
      deriveTotals(deriveRevocations(aVppToken({ actionResults })));
    expect(totalsOf(failed)).toMatchObject({ byGroup: { attention: 1 }, openFailures: 1 });
    expect(totalsOf(failed, done)).toMatchObject({ byGroup: { attention: 1 }, openFailures: 0 });
  });

  it("comes to the same when parts are exchanged, added and taken away", () => {
    const [one, two, three] = [counted(10, 1), counted(2, 3), aRevocation({ actionState: "failed" })].map(
      (revocation) => deriveTotals([revocation]),
    ) as [RevocationTotals, RevocationTotals, RevocationTotals];
    const sumOf = createTotalsSum();
    for (const parts of [[one, two], [one, three], [three, one], [one, two, three], [two], []])
      expect(sumOf(parts)).toEqual(addTotals(parts));
  });

  it("comes to the same in parts", () => {
    const revocations = [counted(10, 1), counted(2, 3), aRevocation({ actionState: "failed" })];
    expect(addTotals(revocations.map((one) => deriveTotals([one])))).toEqual(deriveTotals(revocations));
  });

  it("counts a repeated run as further attempts", () => {
    expect(deriveTotals([counted(10, 10), counted(10, 0)])).toMatchObject({ attempts: 20, failed: 10 });
  });

  it("claims no sum of revoked licences", () => {
    expect(Object.keys(deriveTotals([counted(10, 0)]))).not.toContain("revoked");
  });
});

describe("deriveDurationMs", () => {
  const startedAt = testNow - hourMs;
  const lastUpdatedAt = testNow - 20 * minuteMs;

  it.each([
    ["grows while it runs", { actionState: "active", startedAt, lastUpdatedAt }, hourMs],
    ["ends with the last update", { actionState: "done", startedAt, lastUpdatedAt }, 40 * minuteMs],
    ["is zero for an instant end", { actionState: "failed", startedAt, lastUpdatedAt: startedAt }, 0],
    ["needs a state that ends a run", { actionState: "notSupported", startedAt, lastUpdatedAt }, null],
    ["needs a start", { actionState: "done", startedAt: "never", lastUpdatedAt }, null],
    ["needs an end", { actionState: "done", startedAt, lastUpdatedAt: null }, null],
    [
      "needs dates in order",
      { actionState: "done", startedAt: lastUpdatedAt, lastUpdatedAt: startedAt },
      null,
    ],
    ["knows no start to come", { actionState: "active", startedAt: testNow + 1, lastUpdatedAt }, null],
    ["needs readable dates", { actionState: "done", startedAt: { kind: "unreadable", raw: "x" } }, null],
  ] as const)("%s", (_, result, durationMs) => {
    expect(deriveDurationMs(aRevocation(result), testNow)).toBe(durationMs);
  });
});
