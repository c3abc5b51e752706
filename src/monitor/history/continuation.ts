import { deriveOutcome, isRunning } from "../../domain/outcome.ts";
import { epochMsOf } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RememberedRevocation } from "./remembered.ts";

type Started = Pick<Revocation, "result">;

/** Intune has not said when it started: not at all, or with its sentinel of year 1. */
function isUnstarted({ result }: Started): boolean {
  return result.startedAt === null || result.startedAt === "never";
}

/**
 * Which reported revocations (by key) continue one that is remembered without its start: when exactly one went missing
 * from the token and exactly one new one of the same name appeared with a start. Ambiguous ones are never joined, and
 * what had ended does not run again.
 */
export function findContinued(
  known: readonly RememberedRevocation[],
  reported: readonly Revocation[],
): ReadonlyMap<string, RememberedRevocation> {
  const reportedKeys = new Set(reported.map(({ key }) => key));
  const lost = known.filter(
    (one) => isUnstarted(one) && one.goneSince === null && !reportedKeys.has(one.key),
  );
  if (lost.length === 0) return new Map();
  const knownKeys = new Set(known.map(({ key }) => key));
  const begun = reported.filter((one) => !knownKeys.has(one.key) && epochMsOf(one.result.startedAt) !== null);
  return new Map(
    begun.flatMap((one) => {
      const before = onlyMatch(one, lost, begun);
      return before === null ? [] : [[one.key, before] as const];
    }),
  );
}

function onlyMatch(
  one: Revocation,
  lost: readonly RememberedRevocation[],
  begun: readonly Revocation[],
): RememberedRevocation | null {
  const { actionName } = one.identity;
  const [before, ...others] = lost.filter(({ identity }) => identity.actionName === actionName);
  const rivals = begun.filter(({ identity }) => identity.actionName === actionName);
  if (before === undefined || others.length > 0 || rivals.length > 1) return null;
  if (before.isAmbiguous || one.isAmbiguous) return null;
  const isRevived = !isRunning(deriveOutcome(before.result)) && isRunning(one.outcome);
  return isRevived ? null : before;
}
