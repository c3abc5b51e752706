import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { laterRunOf } from "../../src/domain/laterRun.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { aResult, aVppToken, hourMs, testNow } from "../support/builders.ts";

const first = testNow - 3 * hourMs;
const later = testNow - 2 * hourMs;
const latest = testNow - hourMs;
const illegible = { kind: "unreadable", raw: "soon" } as const;

/** What became of the token's licences after the first of the runs. */
function laterRunAfter(run: Partial<ActionResult>, ...others: readonly Partial<ActionResult>[]) {
  const actionResults = [run, ...others].map((each) => aResult({ failedLicensesCount: 0, ...each }));
  const [revocation] = deriveRevocations(aVppToken({ actionResults }));
  return revocation && laterRunOf(revocation);
}

describe("laterRunOf", () => {
  const failed = { actionState: "failed", startedAt: first, failedLicensesCount: 50 } as const;

  it.each([
    ["it is the only one", [], null],
    ["a later run is under way", [{ actionState: "active", startedAt: later }], "running"],
    ["a run was only just asked for", [{ actionState: "pending", startedAt: null }], "running"],
    ["a run has not started yet", [{ actionState: "pending", startedAt: "never" }], "running"],
    ["a later run ended well", [{ actionState: "done", startedAt: later }], "endedWell"],
    ["a later run failed", [{ actionState: "failed", startedAt: later }], null],
    [
      "a later run was about fewer than had failed",
      [{ actionState: "done", totalLicensesCount: 49, startedAt: later }],
      null,
    ],
    [
      "a later run was about as many as had failed",
      [{ actionState: "done", totalLicensesCount: 50, startedAt: later }],
      "endedWell",
    ],
    [
      "the newest was about few, and one before it about all",
      [
        { actionState: "done", totalLicensesCount: 50, startedAt: later },
        { actionState: "done", totalLicensesCount: 1, startedAt: latest },
      ],
      "endedWell",
    ],
    [
      "a later run attempted nothing",
      [{ actionState: "done", totalLicensesCount: 0, startedAt: later }],
      null,
    ],
    [
      "a later run does not say how many failed",
      [{ actionState: "done", failedLicensesCount: null, startedAt: later }],
      null,
    ],
    [
      "nobody can read how many failed in a later run",
      [{ actionState: "done", failedLicensesCount: illegible, startedAt: later }],
      null,
    ],
    [
      "the counts of a later run are wrong",
      [{ actionState: "done", failedLicensesCount: -1, startedAt: later }],
      null,
    ],
    [
      "a later run is done and gives a reason for failing",
      [{ actionState: "done", failureReason: "appleFailure", startedAt: later }],
      null,
    ],
    ["a later run was canceled", [{ actionState: "canceled", startedAt: later }], null],
    [
      "a later run is done with failures",
      [{ actionState: "done", failedLicensesCount: 1, startedAt: later }],
      null,
    ],
    ["an earlier run never ended", [{ actionState: "active", startedAt: first - 1 }], null],
    ["another run began at the same time", [{ actionState: "done", startedAt: first }], null],
    ["nobody can tell when the other began", [{ actionState: "active", startedAt: illegible }], null],
    ["nobody can tell when the done one began", [{ actionState: "done", startedAt: null }], null],
  ] as const)("when %s", (_, others, expected) => {
    expect(laterRunAfter(failed, ...others)).toBe(expected);
  });

  it("is what the newest one says", () => {
    const [done, running] = [{ actionState: "done" } as const, { actionState: "active" } as const];
    expect(laterRunAfter(failed, { ...done, startedAt: later }, { ...running, startedAt: latest })).toBe(
      "running",
    );
    expect(laterRunAfter(failed, { ...running, startedAt: later }, { ...done, startedAt: latest })).toBe(
      "endedWell",
    );
  });

  it("is nothing to a run that goes on, or of which nobody knows when it began", () => {
    const done = { actionState: "done", startedAt: later } as const;
    expect(laterRunAfter({ actionState: "active", startedAt: first }, done)).toBeNull();
    expect(laterRunAfter({ actionState: "failed", startedAt: null }, done)).toBeNull();
    expect(laterRunAfter({ actionState: "failed", startedAt: illegible }, done)).toBeNull();
  });
});
