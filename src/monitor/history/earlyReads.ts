import { isUnreadable } from "../../domain/received.ts";
import { parseVppToken } from "../../graph/parseVppTokens.ts";
import { emptyMemory, joinChanges, noChange } from "./historyMemory.ts";
import { byRevocation, type IncomingHistory, type MergedHistory, mergeHistory } from "./mergeHistory.ts";
import type { Observation } from "./observation.ts";
import { recordSnapshot } from "./recordSnapshot.ts";
import { asIfWritten } from "./unwritten.ts";

/** What a page had read before its history was open. */
export interface EarlyRead {
  /** Epoch ms. */
  readonly readAt: number;
  /** VPP tokens as Graph sent them, without secrets. */
  readonly items: readonly unknown[];
}

/** Adds what pages have read that ended before their history was open, and lets their records go. */
export function mergeEarlyReads(
  merged: Pick<MergedHistory, "memory" | "change">,
  past: readonly Observation[],
  early: ReadonlyMap<number, EarlyRead | null>,
): Pick<MergedHistory, "memory" | "change"> {
  if (early.size === 0) return merged;
  const known = byRevocation(asIfWritten(past, merged.change, null));
  const reads = [...early.values()].filter((read) => read !== null);
  const { memory, change } = mergeHistory(merged.memory, known, asHistory(reads));
  const goes = { ...noChange, early: [...early.keys()] };
  return { memory, change: joinChanges(joinChanges(merged.change, change), goes) };
}

/** As if one page had read all of it. */
function asHistory(reads: readonly EarlyRead[]): IncomingHistory {
  let [memory, change] = [emptyMemory, noChange];
  for (const { readAt, items } of reads) {
    const tokens = items.flatMap((item) => {
      const vppToken = parseVppToken(item);
      return isUnreadable(vppToken) ? [] : [vppToken];
    });
    const snapshot = { tokens, unreadableTokens: [], isComplete: false };
    const when = { readAt, askedAt: null, isHidden: false, intervalMs: 0 };
    const recorded = recordSnapshot(memory, { snapshot, ...when, isFull: false });
    memory = recorded.memory;
    change = joinChanges(change, recorded.change);
  }
  return {
    tokens: [...memory.tokens.values()],
    past: byRevocation(change.observations),
    spans: memory.spans,
  };
}
