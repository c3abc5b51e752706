import type { ActionResult } from "./actionResult.ts";
import { assertNever, isUnrecognized } from "./received.ts";

export const revocationOutcomes = [
  "none",
  "pending",
  "active",
  "done",
  "doneWithFailures",
  "failed",
  "canceled",
  "notSupported",
  "unrecognized",
  "notReported",
] as const;

/**
 * What became of a revocation, as far as Intune says. `doneWithFailures` is Graph's `done` with failed licences:
 * it happens although the enum calls `done` "completed without errors".
 */
export type RevocationOutcome = (typeof revocationOutcomes)[number];

export const outcomeGroups = ["attention", "running", "endedWell", "canceled", "other"] as const;
/** The summary's tiles: every outcome belongs to exactly one. */
export type OutcomeGroup = (typeof outcomeGroups)[number];

const groupOfOutcome = {
  none: "other",
  pending: "running",
  active: "running",
  done: "endedWell",
  doneWithFailures: "attention",
  failed: "attention",
  canceled: "canceled",
  notSupported: "other",
  unrecognized: "other",
  notReported: "other",
} as const satisfies Record<RevocationOutcome, OutcomeGroup>;

export function outcomeGroupOf(outcome: RevocationOutcome): OutcomeGroup {
  return groupOfOutcome[outcome];
}

export function outcomesOf(group: OutcomeGroup): readonly RevocationOutcome[] {
  return revocationOutcomes.filter((outcome) => groupOfOutcome[outcome] === group);
}

export function isRunning(outcome: RevocationOutcome): boolean {
  return groupOfOutcome[outcome] === "running";
}

export function deriveOutcome(result: ActionResult): RevocationOutcome {
  const { actionState } = result;
  if (actionState === null) return "notReported";
  if (isUnrecognized(actionState)) return "unrecognized";
  switch (actionState) {
    case "done":
      return hasReportedFailures(result) ? "doneWithFailures" : "done";
    case "none":
    case "pending":
    case "active":
    case "failed":
    case "canceled":
    case "notSupported":
      return actionState;
    default:
      return assertNever(actionState);
  }
}

function hasReportedFailures({ failedLicensesCount }: ActionResult): boolean {
  return typeof failedLicensesCount === "number" && failedLicensesCount > 0;
}
