import type { VppTokenId } from "../../domain/vppToken.ts";
import { groupBy } from "./groupBy.ts";
import { type HistoryChange, type HistoryMemory, noChange } from "./historyMemory.ts";
import { mergeToken, type PastObservations } from "./mergeToken.ts";
import type { Observation } from "./observation.ts";
import type { RememberedToken } from "./remembered.ts";
import { isWatched, unionSpans, type WatchedSpan } from "./watchedSpans.ts";

/** What somebody else knows: a file, or what could not be written before. `lastSeenAt` is up to date. */
export interface IncomingHistory {
  readonly tokens: readonly RememberedToken[];
  readonly past: PastObservations;
  readonly spans: readonly WatchedSpan[];
}

export interface MergedHistory {
  readonly memory: HistoryMemory;
  readonly change: HistoryChange;
  /** How many of the incoming VPP tokens, revocations, `past` observations and spans said something new. */
  readonly taken: number;
}

/** Adds what others saw. Merging the same again changes nothing. */
export function mergeHistory(
  memory: HistoryMemory,
  past: PastObservations,
  incoming: IncomingHistory,
): MergedHistory {
  const merges = incoming.tokens.map((theirs) =>
    mergeToken(memory.tokens.get(theirs.id), theirs, {
      past,
      theirPast: incoming.past,
      fullReadAt: memory.fullReadAt,
    }),
  );
  const tokens = new Map(merges.map(({ token }): [VppTokenId, RememberedToken] => [token.id, token]));
  const newSpans = incoming.spans.filter((span) => !isWatched(memory.spans, span));
  const spans = unionSpans(memory.spans, newSpans);
  return {
    memory: {
      ...memory,
      tokens: new Map([...memory.tokens, ...tokens]),
      spans,
      // What the page shows has to be compared once more with what is known now.
      recorded: new Map([...memory.recorded].filter(([id]) => !tokens.has(id))),
    },
    change: {
      ...noChange,
      continued: merges.flatMap(({ continued }) => continued),
      observations: merges.flatMap(({ observations }) => observations),
      tokens,
      spans: newSpans.length === 0 ? [] : spans,
    },
    taken: merges.reduce((sum, { taken }) => sum + taken, newSpans.length),
  };
}

export function byRevocation(observations: readonly Observation[]): PastObservations {
  return groupBy(observations, ({ key }) => key);
}
