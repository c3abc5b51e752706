import { isSameObserved, type Observation, onlyChanges } from "./observation.ts";
import { lastObservation, type RememberedRevocation } from "./remembered.ts";

/** One revocation and its earlier observations, as one side knows it. `lastSeenAt` is up to date. */
export interface KnownRevocation {
  readonly remembered: RememberedRevocation;
  readonly past: readonly Observation[];
}

/**
 * What two sides know of the same revocation. The later one's result stands; values that both saw count from when the
 * first of them did. The key and identity are those of `local`.
 */
export function mergeRevocation(local: KnownRevocation, incoming: KnownRevocation): KnownRevocation {
  const [mine, theirs] = [local.remembered, incoming.remembered];
  const changes = onlyChanges(unionOf(observationsOf(local), observationsOf(incoming)));
  const newest = changes.at(-1) ?? lastObservation(mine);
  const isMine = isSameObserved(newest, lastObservation(mine));
  const lastSeenAt = Math.max(mine.lastSeenAt, theirs.lastSeenAt);
  const remembered: RememberedRevocation = {
    key: mine.key,
    identity: mine.identity,
    isAmbiguous: mine.isAmbiguous || theirs.isAmbiguous,
    result: isMine ? mine.result : theirs.result,
    firstSeenAt: Math.min(mine.firstSeenAt, theirs.firstSeenAt),
    lastSeenAt,
    changedAt: newest.seenAt,
    order: newest.order,
    goneSince: earliestAfter(lastSeenAt, [mine.goneSince, theirs.goneSince]),
    formerKeys: unionOfFormerKeys(mine.formerKeys, theirs.formerKeys),
  };
  return { remembered, past: changes.slice(0, -1) };
}

/** Whoever saw it last decides whether it is gone: a disappearance before that was no end. */
function earliestAfter(lastSeenAt: number, times: readonly (number | null)[]): number | null {
  const later = times.filter((time) => time !== null && time >= lastSeenAt);
  return later.length === 0 ? null : Math.min(...(later as number[]));
}

/** Earlier ones and the last one. */
export function observationsOf({ remembered, past }: KnownRevocation): readonly Observation[] {
  return [...past, lastObservation(remembered)];
}

/** The same observation counts once. Of two that were made in the same millisecond, the one that came later ranks second. */
function unionOf(first: readonly Observation[], second: readonly Observation[]): readonly Observation[] {
  const byOrder = new Map(first.map((one) => [one.order, one]));
  for (const one of second) {
    const places = [one.order, one.order + 0.5];
    const isKnown = places.some((order) => {
      const there = byOrder.get(order);
      return there !== undefined && isSameObserved(there, one);
    });
    const order = places.find((place) => !byOrder.has(place));
    if (!isKnown && order !== undefined) byOrder.set(order, { ...one, key: first[0]?.key ?? one.key, order });
  }
  return [...byOrder.values()];
}

function unionOfFormerKeys(
  first: RememberedRevocation["formerKeys"],
  second: RememberedRevocation["formerKeys"],
): RememberedRevocation["formerKeys"] {
  const isKnown = (key: string) => first.some((former) => former.key === key);
  return [...first, ...second.filter(({ key }) => !isKnown(key))];
}
