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
  const concerns = [
    ...stateConcerns(vppToken, now),
    ...expiryConcerns(vppToken, now),
    ...syncConcerns(vppToken, now),
  ];
  return concerns.sort((a, b) => rankOf(a) - rankOf(b));
}

/** 0: the token cannot serve. 1: it may not. 2: it serves, and that will or may end. */
function rankOf(concern: TokenConcern): 0 | 1 | 2 {
  switch (concern.kind) {
    case "expired":
      return 0;
    case "state":
      return concern.state === "duplicateLocationId" || concern.state === "unknown" ? 1 : 0;
    case "expiresSoon":
      return 2;
    case "notSynced":
      return concern.severity === "warning" ? 2 : 1;
    default:
      return 1;
  }
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
