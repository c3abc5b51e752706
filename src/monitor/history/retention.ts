import { deriveOutcome, isRunning } from "../../domain/outcome.ts";
import type { VppTokenId } from "../../domain/vppToken.ts";
import { type HistoryChange, type HistoryMemory, noChange } from "./historyMemory.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";

/** Forgets what Intune no longer reports and was last seen before `cutoff` (epoch ms), and spans that ended before it. */
export function forgetBefore(
  memory: HistoryMemory,
  cutoff: number,
): { readonly memory: HistoryMemory; readonly change: HistoryChange } {
  const isForgotten = ({ goneSince, lastSeenAt }: RememberedRevocation) =>
    goneSince !== null && lastSeenAt < cutoff;
  const changed = [...memory.tokens.values()].filter(({ revocations }) => revocations.some(isForgotten));
  const forgotten = changed.flatMap(({ revocations }) =>
    revocations.filter(isForgotten).map(({ key }) => key),
  );
  const tokens = new Map(
    changed.map((token): [VppTokenId, RememberedToken] => [
      token.id,
      { ...token, revocations: token.revocations.filter((one) => !isForgotten(one)) },
    ]),
  );
  const spans = memory.spans.filter(({ to }) => to >= cutoff);
  const isSame = changed.length === 0 && spans.length === memory.spans.length;
  return {
    memory: isSame ? memory : { ...memory, spans, tokens: withoutEmpty([...memory.tokens, ...tokens]) },
    change: { ...noChange, forgotten, tokens },
  };
}

/** Which observations stay. */
export interface ObservationBounds {
  /** Those seen earlier go; epoch ms. */
  readonly cutoff: number;
  /** Beyond this number the oldest go. */
  readonly most: number;
  /** Keys of revocations whose observations go after all others. */
  readonly keepLonger: ReadonlySet<string>;
}

/** What has to go of too many. `oldestFirst`: observations, or whatever `keyOf` tells the revocation's key of. */
export function firstToGo<Item>(
  oldestFirst: readonly Item[],
  keyOf: (item: Item) => string,
  { most, keepLonger }: ObservationBounds,
): readonly Item[] {
  const isKept = (item: Item) => keepLonger.has(keyOf(item));
  const inTurn = [...oldestFirst.filter((item) => !isKept(item)), ...oldestFirst.filter(isKept)];
  return inTurn.slice(0, Math.max(oldestFirst.length - most, 0));
}

/** Keys of what still runs: its observations are the last to go when there are too many. */
export function runningKeys({ tokens }: HistoryMemory): ReadonlySet<string> {
  const running = [...tokens.values()].flatMap(({ revocations }) =>
    revocations.filter(({ result, goneSince }) => goneSince === null && isRunning(deriveOutcome(result))),
  );
  return new Set(running.map(({ key }) => key));
}

function withoutEmpty(entries: readonly [VppTokenId, RememberedToken][]): HistoryMemory["tokens"] {
  const tokens = new Map(entries);
  for (const [id, { revocations }] of tokens) if (revocations.length === 0) tokens.delete(id);
  return tokens;
}
