import { hasUnreadable, type VppTokensSnapshot } from "../domain/snapshot.ts";

/**
 * Why a whole read holds no revocations. `unreadable`: there may be one in what could not be read. `notReported`: Graph
 * left the results out of every token.
 */
export type EmptyKind = "noTokens" | "unreadable" | "notReported" | "noRevocations";

export function emptyKind(snapshot: VppTokensSnapshot): EmptyKind {
  if (hasUnreadable(snapshot)) return "unreadable";
  const { tokens } = snapshot;
  if (tokens.length === 0) return "noTokens";
  return tokens.every(({ actionResults }) => actionResults === null) ? "notReported" : "noRevocations";
}
