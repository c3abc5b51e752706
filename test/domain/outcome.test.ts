import { describe, expect, it } from "vitest";
import { deriveOutcome, isRunning, outcomeGroupOf } from "../../src/domain/outcome.ts";
import { aResult } from "../support/builders.ts";

const unrecognized = { kind: "unrecognized", raw: "paused" } as const;
const unreadable = { kind: "unreadable", raw: "20" } as const;

describe("deriveOutcome", () => {
  it.each([
    ["none", 20, "none", "other"],
    ["pending", 20, "pending", "running"],
    ["active", 20, "active", "running"],
    ["failed", 20, "failed", "attention"],
    ["failed", 0, "failed", "attention"],
    ["canceled", 20, "canceled", "canceled"],
    ["notSupported", 20, "notSupported", "other"],
    [unrecognized, 20, "unrecognized", "other"],
    [null, 20, "notReported", "other"],
    ["done", 0, "done", "endedWell"],
    ["done", 1, "doneWithFailures", "attention"],
    ["done", 2 ** 31 - 1, "doneWithFailures", "attention"],
    ["done", -1, "done", "endedWell"],
    ["done", null, "done", "endedWell"],
    ["done", unreadable, "done", "endedWell"],
  ] as const)("calls %o with %o failed %s", (actionState, failedLicensesCount, outcome, group) => {
    const derived = deriveOutcome(aResult({ actionState, failedLicensesCount }));
    expect([derived, outcomeGroupOf(derived)]).toEqual([outcome, group]);
  });

  it("runs while pending or active alone", () => {
    const running = (
      ["none", "pending", "active", "done", "doneWithFailures", "failed", "canceled"] as const
    ).filter(isRunning);
    expect(running).toEqual(["pending", "active"]);
  });
});
