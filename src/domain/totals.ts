import { isOpenFailure } from "./laterRun.ts";
import { isRunning, type OutcomeGroup, outcomeGroupOf, outcomeGroups } from "./outcome.ts";
import type { RevocationProgress } from "./progress.ts";
import { epochMsOf } from "./received.ts";
import type { Revocation } from "./revocation.ts";

/**
 * Sums over revocations. Runs repeat over the same licences, so the sums are attempts, never licences, and there is
 * no sum of revoked ones. Counts that are missing or contradictory are left out and counted in `leftOut`.
 */
export interface RevocationTotals {
  readonly revocations: number;
  readonly byGroup: Readonly<Record<OutcomeGroup, number>>;
  /** Of those with failures, how many nothing has put right since and nothing is working on. */
  readonly openFailures: number;
  readonly attempts: number;
  readonly failed: number;
  readonly leftOut: number;
}

export function deriveTotals(revocations: Iterable<Revocation>): RevocationTotals {
  const byGroup = noneByGroup();
  let [count, openFailures, attempts, failed, leftOut] = [0, 0, 0, 0, 0];
  for (const revocation of revocations) {
    const { outcome, progress } = revocation;
    count += 1;
    byGroup[outcomeGroupOf(outcome)] += 1;
    if (isOpenFailure(revocation)) openFailures += 1;
    const counted = addable(progress);
    if (counted === null) leftOut += 1;
    attempts += counted?.attempted ?? 0;
    failed += counted?.failed ?? 0;
  }
  return { revocations: count, byGroup, openFailures, attempts, failed, leftOut };
}

/** Sums of sums. */
export function addTotals(parts: Iterable<RevocationTotals>): RevocationTotals {
  const byGroup = noneByGroup();
  let [revocations, openFailures, attempts, failed, leftOut] = [0, 0, 0, 0, 0];
  for (const part of parts) {
    revocations += part.revocations;
    openFailures += part.openFailures;
    attempts += part.attempts;
    failed += part.failed;
    leftOut += part.leftOut;
    for (const group of outcomeGroups) byGroup[group] += part.byGroup[group];
  }
  return { revocations, byGroup, openFailures, attempts, failed, leftOut };
}

/** Sums of lists that change little from one time to the next: only what differs is taken out and added. */
export function createTotalsSum(): (parts: readonly RevocationTotals[]) => RevocationTotals {
  let last: { readonly parts: readonly RevocationTotals[]; readonly sum: RevocationTotals } | null = null;
  return (parts) => {
    if (last?.parts === parts) return last.sum;
    const isComparable = last !== null && last.parts.length === parts.length;
    const sum = isComparable && last !== null ? exchanged(last.sum, last.parts, parts) : addTotals(parts);
    last = { parts, sum };
    return sum;
  };
}

function exchanged(
  sum: RevocationTotals,
  before: readonly RevocationTotals[],
  after: readonly RevocationTotals[],
): RevocationTotals {
  const isChanged = (_: RevocationTotals, place: number) => before[place] !== after[place];
  const [out, added] = [addTotals(before.filter(isChanged)), addTotals(after.filter(isChanged))];
  const byGroup = noneByGroup();
  for (const group of outcomeGroups)
    byGroup[group] = sum.byGroup[group] - out.byGroup[group] + added.byGroup[group];
  return {
    revocations: sum.revocations - out.revocations + added.revocations,
    byGroup,
    openFailures: sum.openFailures - out.openFailures + added.openFailures,
    attempts: sum.attempts - out.attempts + added.attempts,
    failed: sum.failed - out.failed + added.failed,
    leftOut: sum.leftOut - out.leftOut + added.leftOut,
  };
}

function noneByGroup(): Record<OutcomeGroup, number> {
  return Object.fromEntries(outcomeGroups.map((group) => [group, 0])) as Record<OutcomeGroup, number>;
}

/**
 * How long a revocation ran or has been running, in milliseconds; `null` when its dates do not tell.
 * `now`: epoch ms, used while it runs.
 */
export function deriveDurationMs(revocation: Revocation, now: number): number | null {
  const startedAt = epochMsOf(revocation.result.startedAt);
  if (startedAt === null) return null;
  const endedAt = isRunning(revocation.outcome) ? now : endOf(revocation);
  return endedAt === null || endedAt < startedAt ? null : endedAt - startedAt;
}

/** Only an outcome that ends a run makes the last update its end. */
function endOf({ outcome, result }: Revocation): number | null {
  const hasEnded = outcomeGroupOf(outcome) !== "other";
  return hasEnded ? epochMsOf(result.lastUpdatedAt) : null;
}

function addable(progress: RevocationProgress): { attempted: number; failed: number } | null {
  if (progress.kind === "nothingAttempted") return { attempted: 0, failed: 0 };
  if (progress.kind !== "asReceived") return progress;
  const { because, attempted, failed } = progress;
  const isUsable =
    because === "stateSaysNothing" && typeof attempted === "number" && typeof failed === "number";
  return isUsable ? { attempted, failed } : null;
}
