import { describe, expect, it } from "vitest";
import { type ActionState, actionStates } from "../../src/domain/actionResult.ts";
import { deriveProgress, isContradictory } from "../../src/domain/progress.ts";
import { aResult } from "../support/builders.ts";

const text = { kind: "unreadable", raw: "12" } as const;

function progressOf(
  actionState: ActionState,
  attempted: number | null | typeof text,
  failed: typeof attempted,
) {
  return deriveProgress(aResult({ actionState, totalLicensesCount: attempted, failedLicensesCount: failed }));
}

describe("deriveProgress", () => {
  it.each([
    ["done", { kind: "revoked", attempted: 1_200, failed: 20, revoked: 1_180 }],
    ["pending", { kind: "soFar", attempted: 1_200, failed: 20 }],
    ["active", { kind: "soFar", attempted: 1_200, failed: 20 }],
    ["failed", { kind: "stopped", attempted: 1_200, failed: 20 }],
    ["canceled", { kind: "stopped", attempted: 1_200, failed: 20 }],
    ["none", { kind: "asReceived", attempted: 1_200, failed: 20, because: "stateSaysNothing" }],
    ["notSupported", { kind: "asReceived", attempted: 1_200, failed: 20, because: "stateSaysNothing" }],
  ] as const)("says of %s what Intune says", (actionState, progress) => {
    expect(progressOf(actionState, 1_200, 20)).toEqual(progress);
  });

  it.each([
    ["a state that is not known", { kind: "unrecognized", raw: "paused" }],
    ["no state", null],
  ] as const)("gives counts no meaning under %s", (_, actionState) => {
    expect(deriveProgress(aResult({ actionState }))).toMatchObject({ because: "stateSaysNothing" });
  });

  it.each([
    ["every licence revoked", 50, 0, 50],
    ["every licence failed", 50, 50, 0],
    ["as many as fit the type", 2 ** 31 - 1, 1, 2 ** 31 - 2],
  ])("counts %s", (_, attempted, failed, revoked) => {
    expect(progressOf("done", attempted, failed)).toEqual({ kind: "revoked", attempted, failed, revoked });
  });

  it.each(["pending", "active", "done", "failed", "canceled"] as const)(
    "says that %s attempted nothing",
    (actionState) => {
      expect(progressOf(actionState, 0, 0)).toEqual({
        kind: "nothingAttempted",
        isRunning: actionState === "pending" || actionState === "active",
      });
    },
  );

  it.each([
    ["more failed than attempted", 2, 3, "contradiction", true],
    ["failed of nothing", 0, 3, "contradiction", true],
    ["a negative total", -1, 0, "negative", true],
    ["a negative failure", 5, -1, "negative", true],
    ["a total that is text", text, 0, "unreadable", true],
    ["a failure that is text", 5, text, "unreadable", true],
    ["part of a licence", 2.5, 1, "unreadable", true],
    ["no number", Number.NaN, 0, "unreadable", true],
    ["no end of licences", Number.POSITIVE_INFINITY, 0, "unreadable", true],
    ["a missing total", null, 3, "notReported", false],
    ["a missing failure", 3, null, "notReported", false],
    ["nothing at all", null, null, "notReported", false],
  ] as const)("shows %s as received in every state", (_, attempted, failed, because, isContradiction) => {
    for (const actionState of actionStates) {
      const progress = progressOf(actionState, attempted, failed);
      expect(progress).toEqual({ kind: "asReceived", attempted, failed, because });
      expect(isContradictory(progress)).toBe(isContradiction);
    }
  });
});
