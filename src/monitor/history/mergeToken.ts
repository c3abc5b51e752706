import { isSameJson } from "../../graph/isSameJson.ts";
import { findTwin } from "./findTwin.ts";
import type { Continuation } from "./historyMemory.ts";
import { type KnownRevocation, mergeRevocation, observationsOf } from "./mergeRevocation.ts";
import type { Observation } from "./observation.ts";
import { lastSeenAtOf, type RememberedRevocation, type RememberedToken } from "./remembered.ts";

/** Observations by the key of their revocation; it does not matter whether the last ones are among them. */
export type PastObservations = ReadonlyMap<string, readonly Observation[]>;

interface Sources {
  readonly past: PastObservations;
  readonly theirPast: PastObservations;
  /** When all tokens were last read here. */
  readonly fullReadAt: number | null;
}

export interface MergedToken {
  readonly token: RememberedToken;
  /** What the store does not hold yet. */
  readonly observations: readonly Observation[];
  readonly continued: readonly Continuation[];
  /** How many of its parts said something new. */
  readonly taken: number;
}

export function mergeToken(
  local: RememberedToken | undefined,
  theirs: RememberedToken,
  sources: Sources,
): MergedToken {
  const entries = entriesOf(local, sources);
  const takings = theirs.revocations.map((remembered) => takeIn(entries, remembered, theirs, sources));
  const isNewer = local === undefined || theirs.seenAt > local.seenAt;
  const { id, vppToken, seenAt } = isNewer ? theirs : local;
  const merged = [...entries.values()];
  return {
    token: { id, vppToken, seenAt, revocations: merged.map(({ known }) => known.remembered) },
    observations: merged.flatMap(({ known, stored }) => known.past.filter(({ order }) => !stored.has(order))),
    continued: takings.flatMap(({ continued }) => continued),
    taken: takings.reduce((sum, { taken }) => sum + taken, isNewer ? 1 : 0),
  };
}

interface Entry {
  readonly known: KnownRevocation;
  /** `order` of the observations that the store holds under this key. */
  readonly stored: ReadonlySet<number>;
}

type Entries = Map<string, Entry>;

function entriesOf(local: RememberedToken | undefined, { past, fullReadAt }: Sources): Entries {
  return new Map(
    local?.revocations.map((one) => {
      const remembered = { ...one, lastSeenAt: lastSeenAtOf(one, fullReadAt) };
      const known = { remembered, past: past.get(one.key) ?? [] };
      return [one.key, { known, stored: ordersOf(known.past) }];
    }),
  );
}

function takeIn(
  entries: Entries,
  theirs: RememberedRevocation,
  { revocations: there }: RememberedToken,
  { theirPast, fullReadAt }: Sources,
): { readonly continued: readonly Continuation[]; readonly taken: number } {
  const incoming = { remembered: theirs, past: theirPast.get(theirs.key) ?? [] };
  const here = [...entries.values()].map(({ known }) => known.remembered);
  const twin = entries.get(findTwin(here, there, theirs)?.key ?? "");
  if (twin === undefined) {
    const known = asNotReportedHere(mergeRevocation(incoming, incoming), fullReadAt);
    entries.set(known.remembered.key, { known, stored: new Set() });
    return { continued: [], taken: 1 + ordersOf(incoming.past).size };
  }
  const before = underTheirKey(twin.known, theirs);
  const after = mergeRevocation(before, incoming);
  const [from, to] = [twin.known.remembered.key, after.remembered.key];
  if (from !== to) entries.delete(from);
  entries.set(to, { known: after, stored: twin.stored });
  return { continued: from === to ? [] : [{ from, to }], taken: newsIn(twin.known, after, incoming) };
}

/** Known here without a start, and there with one: from now on it bears the key with the start. */
function underTheirKey(known: KnownRevocation, theirs: RememberedRevocation): KnownRevocation {
  const { remembered, past } = known;
  const isEarlierKey = theirs.formerKeys.some(({ key }) => key === remembered.key);
  if (!isEarlierKey) return known;
  const { key, identity } = theirs;
  return { remembered: { ...remembered, key, identity }, past: past.map((one) => ({ ...one, key })) };
}

/** What is not known here was not reported here either, if all tokens have been read since. */
function asNotReportedHere(incoming: KnownRevocation, fullReadAt: number | null): KnownRevocation {
  const { lastSeenAt, goneSince } = incoming.remembered;
  const isGone = goneSince === null && fullReadAt !== null && fullReadAt > lastSeenAt;
  return isGone ? { ...incoming, remembered: { ...incoming.remembered, goneSince: fullReadAt } } : incoming;
}

function newsIn(before: KnownRevocation, after: KnownRevocation, incoming: KnownRevocation): number {
  const known = ordersOf(observationsOf(before));
  const added = observationsOf(after).filter(({ order }) => !known.has(order)).length;
  // The last one may have had no line of its own.
  const news = Math.min(added, ordersOf(incoming.past).size);
  return news + (isSameJson(before.remembered, after.remembered) ? 0 : 1);
}

function ordersOf(observations: readonly Observation[]): ReadonlySet<number> {
  return new Set(observations.map(({ order }) => order));
}
