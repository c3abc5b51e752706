import { epochMsOf, isUnrecognized } from "./received.ts";
import type { VppToken, VppTokenState } from "./vppToken.ts";

export const dayMs = 24 * 60 * 60 * 1000;

/** What stands in the way of a token, each with advice of its own. */
export type TokenConcern =
  | { readonly kind: "state"; readonly state: Exclude<VppTokenState, "valid"> }
  | { readonly kind: "unrecognizedState"; readonly raw: string }
  | { readonly kind: "expired"; readonly expiresAtMs: number }
  | { readonly kind: "expiresSoon"; readonly expiresAtMs: number }
  | { readonly kind: "syncFailed" }
  | { readonly kind: "notSynced"; readonly lastSyncAtMs: number; readonly severity: "warning" | "unhealthy" };

/**
 * What a person should know about the token itself, worst first; empty when nothing stands out. `now`: epoch ms.
 * Thresholds are Intune's own connector status: warning when a token expires within 7 days or synced over a day ago,
 * unhealthy when expired or not synced for 3 days.
 * Source: https://learn.microsoft.com/intune/intune-service/fundamentals/tenant-status
 */
export function deriveTokenConcerns(vppToken: VppToken, now: number): readonly TokenConcern[] {
  return [...stateConcerns(vppToken, now), ...expiryConcerns(vppToken, now), ...syncConcerns(vppToken, now)];
}

/**
 * Intune calls a token `invalid` when it has expired, too; then the date says more.
 * Source: https://learn.microsoft.com/intune/intune-service/apps/vpp-apps-ios
 */
function stateConcerns({ state, expiresAt }: VppToken, now: number): TokenConcern[] {
  if (state === null || state === "valid") return [];
  if (state === "invalid" && (epochMsOf(expiresAt) ?? Number.POSITIVE_INFINITY) <= now) return [];
  return [isUnrecognized(state) ? { kind: "unrecognizedState", raw: state.raw } : { kind: "state", state }];
}

function expiryConcerns({ state, expiresAt }: VppToken, now: number): TokenConcern[] {
  const expiresAtMs = epochMsOf(expiresAt);
  if (expiresAtMs === null || state === "expired") return [];
  if (expiresAtMs <= now) return [{ kind: "expired", expiresAtMs }];
  return expiresAtMs - now <= 7 * dayMs ? [{ kind: "expiresSoon", expiresAtMs }] : [];
}

function syncConcerns({ lastSyncStatus, lastSyncAt }: VppToken, now: number): TokenConcern[] {
  const concerns: TokenConcern[] = lastSyncStatus === "failed" ? [{ kind: "syncFailed" }] : [];
  const lastSyncAtMs = epochMsOf(lastSyncAt);
  const ageMs = lastSyncAtMs === null ? 0 : now - lastSyncAtMs;
  if (lastSyncAtMs !== null && ageMs > dayMs) {
    concerns.push({
      kind: "notSynced",
      lastSyncAtMs,
      severity: ageMs >= 3 * dayMs ? "unhealthy" : "warning",
    });
  }
  return concerns;
}
