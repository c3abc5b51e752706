import { failureCauseOf } from "./failureCause.ts";
import { isRunning } from "./outcome.ts";
import { epochMsOf } from "./received.ts";
import { deriveRevocations, type Revocation } from "./revocation.ts";
import type { VppToken } from "./vppToken.ts";

/**
 * What became of the same VPP token's licences after an earlier run. `endedWell`: Intune calls one done that attempted
 * licences, and reports that none failed and no reason why one should.
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
  const settling = newestSettling(revocation.vppToken);
  if (settling === null || isRunning(revocation.outcome) || !isOrdered(revocation)) return null;
  if (startOf(settling) <= startOf(revocation)) return null;
  return isRunning(settling.outcome) ? "running" : "endedWell";
}

const settlingByToken = new WeakMap<VppToken, Revocation | null>();

function newestSettling(vppToken: VppToken): Revocation | null {
  const known = settlingByToken.get(vppToken);
  if (known !== undefined) return known;
  const newest = deriveRevocations(vppToken).filter(settles).reduce(laterOf, null);
  settlingByToken.set(vppToken, newest);
  return newest;
}

function settles(run: Revocation): boolean {
  return isOrdered(run) && (isRunning(run.outcome) || endedWell(run));
}

function endedWell(run: Revocation): boolean {
  const { outcome, progress } = run;
  const hasTakenAll = outcome === "done" && progress.kind === "revoked" && progress.failed === 0;
  return hasTakenAll && failureCauseOf(run) === null;
}

function laterOf(one: Revocation | null, other: Revocation): Revocation {
  return one === null || startOf(other) > startOf(one) ? other : one;
}

/** Whether it is known if others came before it. Only what is under way can have been asked for just now. */
function isOrdered({ result, outcome }: Revocation): boolean {
  const { startedAt } = result;
  return (
    typeof startedAt === "number" || (isRunning(outcome) && (startedAt === null || startedAt === "never"))
  );
}
