import type { VppTokensSnapshot } from "../domain/snapshot.ts";

/** Why a whole read holds no revocations. `notReported`: Graph left the results out of every token. */
export type EmptyKind = "noTokens" | "notReported" | "noRevocations";

export function emptyKind({ tokens, unreadableTokens }: VppTokensSnapshot): EmptyKind {
  if (tokens.length === 0) return unreadableTokens.length === 0 ? "noTokens" : "noRevocations";
  return tokens.every(({ actionResults }) => actionResults === null) ? "notReported" : "noRevocations";
}
