import { deriveOutcome, isRunning } from "../../domain/outcome.ts";
import { epochMsOf } from "../../domain/received.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import type { RememberedRevocation } from "./remembered.ts";

const minuteMs = 60_000;

/**
 * Since when a running revocation has not moved, in epoch ms: neither its counts nor `lastUpdatedDateTime`. The later of
 * that date and the last change seen here; from first sight where that date is a sentinel, missing or in the future.
 * `null` when it does not run, or is no longer reported. `now`: epoch ms, at most when it was last read.
 */
export function unchangedSince(remembered: RememberedRevocation, now: number): number | null {
  const { result, firstSeenAt, changedAt, goneSince } = remembered;
  if (goneSince !== null || !isRunning(deriveOutcome(result))) return null;
  const updatedAt = epochMsOf(result.lastUpdatedAt);
  if (updatedAt === null || updatedAt > now) return Math.min(changedAt, now);
  const hasChangedHere = changedAt > firstSeenAt;
  return hasChangedHere ? Math.min(Math.max(updatedAt, changedAt), now) : updatedAt;
}

/** What happens while nobody reads is not known, and no standstill. `now`: epoch ms. */
export function asOfLastRead({ spans }: Pick<HistoryMemory, "spans">, now: number): number {
  return Math.min(now, spans.at(-1)?.to ?? now);
}

/** This may be normal: nobody documents how long a run takes. */
export function isUnchangedForLong(
  remembered: RememberedRevocation,
  unchangedMinutes: number,
  now: number,
): boolean {
  const since = unchangedSince(remembered, now);
  return since !== null && now - since >= unchangedMinutes * minuteMs;
}
