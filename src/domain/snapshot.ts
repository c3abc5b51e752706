import type { Unreadable } from "./received.ts";
import type { VppToken } from "./vppToken.ts";

/** What Graph said of all VPP tokens. A token that did not change keeps its object from one snapshot to the next. */
export interface VppTokensSnapshot {
  readonly tokens: readonly VppToken[];
  /** Entries of the list that cannot be read as a VPP token. */
  readonly unreadableTokens: readonly Unreadable[];
  /** `false` while the first read is still collecting pages. */
  readonly isComplete: boolean;
}

/** Whether a revocation may be in what Graph sent and nobody can read. */
export function hasUnreadable({ tokens, unreadableTokens }: VppTokensSnapshot): boolean {
  return unreadableTokens.length > 0 || tokens.some(({ unreadableResults }) => unreadableResults.length > 0);
}
