import type { VppTokensSnapshot } from "../../domain/snapshot.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import { type RememberedToken, tokenFromMemory } from "./remembered.ts";

export interface LastKnown {
  readonly snapshot: VppTokensSnapshot;
  /** When all of it was last read; epoch ms. */
  readonly readAt: number;
}

/** What Intune reported last, for a page that has not read anything yet; `null` when nothing of it is remembered. */
export function lastKnown({
  tokens,
  fullReadAt,
}: Pick<HistoryMemory, "tokens" | "fullReadAt">): LastKnown | null {
  const known = [...tokens.values()].filter(isReported).map(tokenFromMemory);
  if (fullReadAt === null || known.length === 0) return null;
  return { snapshot: { tokens: known, unreadableTokens: [], isComplete: true }, readAt: fullReadAt };
}

function isReported({ revocations }: RememberedToken): boolean {
  return revocations.some(({ goneSince }) => goneSince === null);
}
