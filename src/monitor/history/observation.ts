import type { ActionResult } from "../../domain/actionResult.ts";
import { deriveOutcome, type RevocationOutcome } from "../../domain/outcome.ts";
import { type Instant, isUnrecognized, type LicensesCount, type Open } from "../../domain/received.ts";

/** What Intune reported of a revocation, from the moment it was first seen to say so until the next observation. */
export interface Observation {
  /** Key of the revocation (`revocationKey`). */
  readonly key: string;
  /** Epoch ms by this computer's clock, which somebody may have set back since. */
  readonly seenAt: number;
  /** Rises from one observation of a revocation to the next: `seenAt`, or more when the clock was set back. */
  readonly order: number;
  readonly actionState: string | null;
  readonly outcome: RevocationOutcome;
  readonly attempted: LicensesCount;
  readonly failed: LicensesCount;
  readonly lastUpdatedAt: Instant;
  readonly failureReason: string | null;
}

type ObservedValues = Omit<Observation, "key" | "seenAt" | "order">;

export function observedValues(result: ActionResult): ObservedValues {
  return {
    actionState: textOf(result.actionState),
    outcome: deriveOutcome(result),
    attempted: result.totalLicensesCount,
    failed: result.failedLicensesCount,
    lastUpdatedAt: result.lastUpdatedAt,
    failureReason: textOf(result.failureReason),
  };
}

export function isSameObserved(left: ObservedValues, right: ObservedValues): boolean {
  return (
    left.actionState === right.actionState &&
    left.outcome === right.outcome &&
    left.failureReason === right.failureReason &&
    isSameValue(left.attempted, right.attempted) &&
    isSameValue(left.failed, right.failed) &&
    isSameValue(left.lastUpdatedAt, right.lastUpdatedAt)
  );
}

/** In their order, each once, and only those that differ from the one before. */
export function onlyChanges(observations: Iterable<Observation>): readonly Observation[] {
  const sorted = [...observations].sort((left, right) => left.order - right.order);
  return sorted.filter((observation, index) => {
    const before = sorted[index - 1];
    return before === undefined || !isSameObserved(before, observation);
  });
}

function textOf(value: Open<string>): string | null {
  return isUnrecognized(value) ? value.raw : value;
}

/** Only what cannot be read is an object, and that is kept small enough to be written as text. */
function isSameValue(left: LicensesCount | Instant, right: LicensesCount | Instant): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  return JSON.stringify(left) === JSON.stringify(right);
}
