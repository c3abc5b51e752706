import { failureCauseOf } from "./failureCause.ts";
import { isRunning, outcomeGroupOf } from "./outcome.ts";
import { epochMsOf, type LicensesCount } from "./received.ts";
import { deriveRevocations, type Revocation } from "./revocation.ts";
import type { VppToken } from "./vppToken.ts";

/**
 * What became of the same VPP token's licences after an earlier run. `endedWell`: Intune calls one done that attempted
 * at least as many licences as had failed, and reports that none failed and no reason why one should.
 */
export type LaterRun = "endedWell" | "running";

/** Epoch ms, for an order. A run without a start has only just been asked for. */
export function startOf({ result }: Revocation): number {
  return epochMsOf(result.startedAt) ?? Number.MAX_SAFE_INTEGER;
}

/**
 * What became of the newest later run of the same VPP token that ended well or is still under way: the one is what had
 * to be reached, the other is to be waited for. `null` without one, and for a run that goes on itself. A start that
 * cannot be read is later than nothing, and nothing is later than it: rather one advice too many than a failure hidden.
 */
export function laterRunOf(revocation: Revocation): LaterRun | null {
  if (isRunning(revocation.outcome) || !isOrdered(revocation)) return null;
  const later = settlingRunsOf(revocation.vppToken).find((run) => isAfter(run, revocation));
  if (later === undefined) return null;
  return isRunning(later.outcome) ? "running" : "endedWell";
}

/** A failure that nothing has put right since and nothing is working on: what needs attention. */
export function isOpenFailure(revocation: Revocation): boolean {
  return outcomeGroupOf(revocation.outcome) === "attention" && laterRunOf(revocation) === null;
}

const settlingByToken = new WeakMap<VppToken, readonly Revocation[]>();

/** Newest first. */
function settlingRunsOf(vppToken: VppToken): readonly Revocation[] {
  const known = settlingByToken.get(vppToken);
  if (known !== undefined) return known;
  const runs = deriveRevocations(vppToken)
    .filter(settles)
    .toSorted((a, b) => startOf(b) - startOf(a));
  settlingByToken.set(vppToken, runs);
  return runs;
}

/** Whether it began later and, where it has ended, can have been about all that had failed. */
function isAfter(run: Revocation, earlier: Revocation): boolean {
  if (startOf(run) <= startOf(earlier)) return false;
  if (isRunning(run.outcome)) return true;
  return countOf(run.result.totalLicensesCount) >= countOf(earlier.result.failedLicensesCount);
}

function countOf(count: LicensesCount): number {
  return typeof count === "number" ? count : 0;
}

function settles(run: Revocation): boolean {
  return isOrdered(run) && (isRunning(run.outcome) || endedWell(run));
}

function endedWell(run: Revocation): boolean {
  const { outcome, progress } = run;
  const hasTakenAll = outcome === "done" && progress.kind === "revoked" && progress.failed === 0;
  return hasTakenAll && failureCauseOf(run) === null;
}

/** Whether it is known if others came before it. Only what is under way can have been asked for just now. */
function isOrdered({ result, outcome }: Revocation): boolean {
  const { startedAt } = result;
  return (
    typeof startedAt === "number" || (isRunning(outcome) && (startedAt === null || startedAt === "never"))
  );
}
