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
  let { memory, change } = merged;
  for (const [key, read] of early) {
    if (read !== null) {
      const known = byRevocation(asIfWritten(past, change, null));
      const next = mergeHistory(memory, known, asHistory(read));
      memory = next.memory;
      change = joinChanges(change, next.change);
    }
    change = joinChanges(change, { ...noChange, early: [key] });
  }
  return { memory, change };
}

function asHistory({ readAt, items }: EarlyRead): IncomingHistory {
  const tokens = items.flatMap((item) => {
    const vppToken = parseVppToken(item);
    return isUnreadable(vppToken) ? [] : [vppToken];
  });
  const snapshot = { tokens, unreadableTokens: [], isComplete: false };
  const { memory } = recordSnapshot(emptyMemory, { snapshot, readAt, isFull: false, intervalMs: 0 });
  return { tokens: [...memory.tokens.values()], past: new Map(), spans: memory.spans };
}
