import { eventKinds, type RevocationEvent, type RevocationEventKind } from "./revocationEvents.ts";

/** Events that are told together. */
export interface Burst {
  /** Newest first, each revocation once, at most a hundred of them. */
  readonly events: readonly RevocationEvent[];
  /** Of all events, also of those that are not kept. */
  readonly counts: Readonly<Record<RevocationEventKind, number>>;
  readonly size: number;
}

const mostEvents = 100;

export const emptyBurst: Burst = {
  events: [],
  counts: Object.fromEntries(eventKinds.map((kind) => [kind, 0])) as Record<RevocationEventKind, number>,
  size: 0,
};

/** What is told later of a revocation takes the place of what was told of it earlier. */
export function addToBurst(burst: Burst, added: readonly RevocationEvent[]): Burst {
  if (added.length === 0) return burst;
  const counts = { ...burst.counts };
  const events = new Map(burst.events.toReversed().map((event) => [event.revocation.key, event]));
  for (const event of added) {
    const { key } = event.revocation;
    const superseded = events.get(key);
    if (superseded !== undefined) counts[superseded.kind] -= 1;
    counts[event.kind] += 1;
    events.delete(key);
    events.set(key, event);
  }
  const size = eventKinds.reduce((sum, kind) => sum + counts[kind], 0);
  return { events: [...events.values()].toReversed().slice(0, mostEvents), counts, size };
}

/** Longest lateness in it comes from the event that happened first. */
export function firstOf({ events }: Burst): RevocationEvent | null {
  return events.reduce<RevocationEvent | null>(
    (first, event) => (first === null || event.happenedAt < first.happenedAt ? event : first),
    null,
  );
}
