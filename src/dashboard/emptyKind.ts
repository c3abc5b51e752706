import { hasUnreadable, type VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken } from "../domain/vppToken.ts";

/**
 * Why a whole read holds no revocations. `notReported`: Graph left the results out of every token. `unreadable`: there
 * may be one in what could not be read.
 */
export type EmptyKind = "noTokens" | "unreadable" | "notReported" | "noRevocations";

export function emptyKind(snapshot: VppTokensSnapshot): EmptyKind {
  const { tokens } = snapshot;
  if (tokens.length > 0 && tokens.every(isNotReported)) return "notReported";
  if (hasUnreadable(snapshot)) return "unreadable";
  return tokens.length === 0 ? "noTokens" : "noRevocations";
}

function isNotReported({ actionResults, unreadableResults }: VppToken): boolean {
  return actionResults === null && unreadableResults.length === 0;
}
