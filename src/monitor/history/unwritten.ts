import { type HistoryChange, joinChanges, noChange } from "./historyMemory.ts";
import type { Observation } from "./observation.ts";
import { firstToGo, type ObservationBounds } from "./retention.ts";

/** Stored observations as they would be, had `unwritten` been written. `key`: only those of one revocation. */
export function asIfWritten(
  stored: readonly Observation[],
  unwritten: HistoryChange,
  key: string | null,
): readonly Observation[] {
  const { observations } = joinChanges({ ...noChange, observations: stored }, unwritten);
  return key === null ? observations : observations.filter((one) => one.key === key);
}

/** The keys under which the store may still hold observations of `key`. */
export function storedKeysOf(key: string, { continued }: HistoryChange): readonly string[] {
  const keys = [key];
  for (const { from, to } of continued.toReversed()) if (keys.includes(to)) keys.push(from);
  return [...new Set(keys)];
}

export function withinBounds(change: HistoryChange, bounds: ObservationBounds): HistoryChange {
  const recent = change.observations
    .filter(({ seenAt }) => seenAt >= bounds.cutoff)
    .sort((left, right) => left.seenAt - right.seenAt);
  const gone = new Set(firstToGo(recent, ({ key }) => key, bounds));
  const spans = change.spans.filter(({ to }) => to >= bounds.cutoff);
  return { ...change, spans, observations: recent.filter((one) => !gone.has(one)) };
}
