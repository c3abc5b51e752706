import { revocationKey } from "../../domain/revocation.ts";
import type { VppToken, VppTokenId } from "../../domain/vppToken.ts";
import type { Observation } from "./observation.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";
import type { WatchedSpan } from "./watchedSpans.ts";

/** What is kept at hand of the history. A VPP token that did not change keeps its object. */
export interface HistoryMemory {
  readonly tokens: ReadonlyMap<VppTokenId, RememberedToken>;
  readonly spans: readonly WatchedSpan[];
  /** When all tokens were last read; epoch ms. */
  readonly fullReadAt: number | null;
  /** VPP tokens as they were last recorded in this page: the same object again has nothing new to say. */
  readonly recorded: ReadonlyMap<VppTokenId, VppToken>;
  /** VPP tokens that Intune no longer found, although the list may still name them. */
  readonly notFound: ReadonlySet<VppTokenId>;
}

export const emptyMemory: HistoryMemory = {
  tokens: new Map(),
  spans: [],
  fullReadAt: null,
  recorded: new Map(),
  notFound: new Set(),
};

/** The observations of one key now belong to another. */
export interface Continuation {
  readonly from: string;
  readonly to: string;
}

/** What a store has to write to follow the memory: first what moves, then what goes, then what comes. */
export interface HistoryChange {
  readonly continued: readonly Continuation[];
  /** Keys of revocations whose observations go. */
  readonly forgotten: readonly string[];
  /** Observations that something newer has followed. */
  readonly observations: readonly Observation[];
  /** Whole VPP tokens; one without revocations goes. */
  readonly tokens: ReadonlyMap<VppTokenId, RememberedToken>;
  readonly spans: readonly WatchedSpan[];
  readonly fullReadAt: number | null;
  /** Keys of early reads that have been taken in. */
  readonly early: readonly number[];
}

export const noChange: HistoryChange = {
  continued: [],
  forgotten: [],
  observations: [],
  tokens: new Map(),
  spans: [],
  fullReadAt: null,
  early: [],
};

/** The revocation with this key, now or before Intune reported its start. */
export function findRemembered(
  memory: HistoryMemory,
  identity: Parameters<typeof revocationKey>[0],
): { readonly token: RememberedToken; readonly remembered: RememberedRevocation } | null {
  const token = memory.tokens.get(identity.parentId);
  if (token === undefined) return null;
  const key = revocationKey(identity);
  const remembered =
    token.revocations.find((one) => one.key === key) ??
    token.revocations.findLast(({ formerKeys }) => formerKeys.some((former) => former.key === key));
  return remembered === undefined ? null : { token, remembered };
}

/** Two changes as one, the second after the first. */
export function joinChanges(first: HistoryChange, second: HistoryChange): HistoryChange {
  return {
    continued: [...first.continued, ...second.continued],
    forgotten: [...first.forgotten, ...second.forgotten],
    observations: [...afterChange(first.observations, second), ...second.observations],
    tokens: new Map([...first.tokens, ...second.tokens]),
    spans: [...new Map([...first.spans, ...second.spans].map((span) => [span.from, span])).values()],
    fullReadAt: second.fullReadAt ?? first.fullReadAt,
    early: [...first.early, ...second.early],
  };
}

/** Earlier observations as they stand once `change` has moved some and let others go. */
function afterChange(
  observations: readonly Observation[],
  { continued, forgotten }: HistoryChange,
): readonly Observation[] {
  if (continued.length === 0 && forgotten.length === 0) return observations;
  const gone = new Set(forgotten);
  return observations
    .map((observation) => continued.reduce(moved, observation))
    .filter(({ key }) => !gone.has(key));
}

function moved(observation: Observation, { from, to }: Continuation): Observation {
  return observation.key === from ? { ...observation, key: to } : observation;
}
