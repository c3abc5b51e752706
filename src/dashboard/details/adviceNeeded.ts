import type { FailureExplanation } from "../../domain/explainFailure.ts";
import type { TokenConcern } from "../../domain/tokenHealth.ts";

/**
 * The concerns that still need words: not those that the explanation's own steps settle, and no late sync
 * where the token cannot be synced at all before its other trouble is settled.
 */
export function adviceNeeded(
  concerns: readonly TokenConcern[],
  explanation: FailureExplanation | null,
): readonly TokenConcern[] {
  const isRenewalExplained = explanation?.steps.includes("downloadContentToken") === true;
  const isBlocked = concerns.some(blocksSync);
  return concerns.filter((concern) => {
    if (isRenewalExplained && isExpiry(concern)) return false;
    return !(isBlocked && (concern.kind === "notSynced" || concern.kind === "syncFailed"));
  });
}

function isExpiry(concern: TokenConcern): boolean {
  return concern.kind === "expired" || (concern.kind === "state" && concern.state === "expired");
}

function blocksSync(concern: TokenConcern): boolean {
  return isExpiry(concern) || (concern.kind === "state" && concern.state !== "unknown");
}
