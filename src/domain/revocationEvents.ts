import { isRunning, type RevocationOutcome } from "./outcome.ts";
import { epochMsOf } from "./received.ts";
import { deriveRevocations, type Revocation } from "./revocation.ts";
import type { VppTokensSnapshot } from "./snapshot.ts";
import type { VppToken } from "./vppToken.ts";

/**
 * What is worth telling a person. `stopped`: it runs no more, and Intune's state does not say how it ended.
 * `unchanged`: it runs, and has not moved for long.
 */
export const eventKinds = ["done", "doneWithFailures", "failed", "canceled", "stopped", "unchanged"] as const;
export type RevocationEventKind = (typeof eventKinds)[number];

/** Times are epoch ms. */
export interface RevocationEvent {
  readonly kind: RevocationEventKind;
  readonly revocation: Revocation;
  /** When it happened; with `isEarliest` at that moment or later, as Intune does not say. */
  readonly happenedAt: number;
  readonly isEarliest: boolean;
}

interface Looks {
  /** The page was opened: what happened earlier is nobody's news. */
  readonly since: number;
  /** Of `before`. */
  readonly lookedAt: number;
  /** Of `after`. */
  readonly now: number;
}

/**
 * Revocations that ran in `before` and run no more in `after`, and those that began and ended in between. Tokens that
 * kept their object are not looked into. Revocations that are no longer reported have not ended.
 */
export function deriveEndings(
  before: VppTokensSnapshot,
  after: VppTokensSnapshot,
  looks: Looks,
): readonly RevocationEvent[] {
  if (before.tokens === after.tokens) return [];
  const changed = changedTokens(before.tokens, after.tokens);
  if (changed.length === 0) return [];
  const changedIds = new Set(changed.map(({ id }) => id));
  const known = new Map(
    before.tokens.flatMap((token) => (changedIds.has(token.id) ? [[token.id, token]] : [])),
  );
  return changed.flatMap((token) => endingsOf(known.get(token.id), token, looks));
}

function changedTokens(before: readonly VppToken[], after: readonly VppToken[]): readonly VppToken[] {
  const isSamePlaces = before.length === after.length;
  const known = isSamePlaces ? null : new Set(before);
  return after.filter((token, place) => (known === null ? token !== before[place] : !known.has(token)));
}

function endingsOf(before: VppToken | undefined, after: VppToken, looks: Looks): readonly RevocationEvent[] {
  const past = before === undefined ? [] : deriveRevocations(before);
  const now = deriveRevocations(after);
  return now.flatMap((revocation) => {
    const kind = endingKinds[revocation.outcome];
    if (kind === null) return [];
    const earlier = past.find(({ key }) => key === revocation.key) ?? begunAs(revocation, past, now);
    if (earlier === null)
      return endedUnseen(revocation, looks) ? [{ kind, ...endOf(revocation, looks) }] : [];
    return isRunning(earlier.outcome) ? [{ kind, ...endOf(revocation, looks, earlier) }] : [];
  });
}

const endingKinds = {
  pending: null,
  active: null,
  done: "done",
  doneWithFailures: "doneWithFailures",
  failed: "failed",
  canceled: "canceled",
  none: "stopped",
  notSupported: "stopped",
  unrecognized: "stopped",
  notReported: "stopped",
} as const satisfies Record<RevocationOutcome, RevocationEventKind | null>;

/** The one that was known before Intune said when it started, where only one can be meant. */
function begunAs(
  { identity }: Revocation,
  past: readonly Revocation[],
  now: readonly Revocation[],
): Revocation | null {
  const isNamesake = (other: Revocation) => other.identity.actionName === identity.actionName;
  const [keysBefore, keysNow] = [past, now].map((list) => new Set(list.map(({ key }) => key)));
  const lost = past.filter(
    (one) => isNamesake(one) && keysNow?.has(one.key) === false && epochMsOf(one.result.startedAt) === null,
  );
  const begun = now.filter((one) => isNamesake(one) && keysBefore?.has(one.key) === false);
  return lost.length === 1 && begun.length === 1 ? (lost[0] ?? null) : null;
}

/** It ended since the page was opened, though nobody saw it run. What only now became visible may be old. */
function endedUnseen({ outcome, result }: Revocation, { since, now }: Looks): boolean {
  const updatedAt = epochMsOf(result.lastUpdatedAt);
  return endingKinds[outcome] !== "stopped" && updatedAt !== null && updatedAt >= since && updatedAt <= now;
}

/** A date of the last update that has not moved with the end does not tell when that was. */
function endOf(revocation: Revocation, { since, lookedAt, now }: Looks, earlier?: Revocation) {
  const updatedAt = epochMsOf(revocation.result.lastUpdatedAt);
  const hasMoved = earlier === undefined || epochMsOf(earlier.result.lastUpdatedAt) !== updatedAt;
  const isTold = updatedAt !== null && hasMoved && updatedAt >= since && updatedAt <= now;
  return { revocation, happenedAt: isTold ? updatedAt : Math.min(lookedAt, now), isEarliest: !isTold };
}

/** From here on a person may have been waiting for it. */
const lateAfterMs = 5 * 60_000;

/** How long ago an event happened, or at most, in milliseconds; `null` when it is told in time. */
export function latenessMs({ kind, happenedAt }: RevocationEvent, now: number): number | null {
  const ageMs = now - happenedAt;
  return kind !== "unchanged" && ageMs >= lateAfterMs ? ageMs : null;
}
