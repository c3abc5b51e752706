import type { FailureCause } from "./failureCause.ts";
import { epochMsOf, type Instant, type Open } from "./received.ts";
import type { Revocation } from "./revocation.ts";
import type { VppToken, VppTokenState, VppTokenSyncStatus } from "./vppToken.ts";

/**
 * What today's value says of yesterday's failure. `contradicts` only on a value that was true before the action
 * ended; a value that came later can only say `changedSince` or `cannotTell`.
 */
export type Verdict = "agrees" | "changedSince" | "contradicts" | "cannotTell";

export type Evidence =
  | { readonly kind: "tokenState"; readonly value: Open<VppTokenState>; readonly verdict: Verdict }
  | { readonly kind: "tokenExpiry"; readonly value: Instant; readonly verdict: Verdict }
  | { readonly kind: "lastSync"; readonly value: Instant; readonly verdict: Verdict }
  | { readonly kind: "lastSyncStatus"; readonly value: Open<VppTokenSyncStatus>; readonly verdict: Verdict }
  /** The push certificate needs a permission of its own, so it is not read here. */
  | { readonly kind: "pushCertificate"; readonly verdict: "cannotTell" };

interface Times {
  readonly startedAtMs: number | null;
  /** When the action ended, or was last heard of; `null` when Graph does not say, or names a time to come. */
  readonly endedAtMs: number | null;
  readonly token: VppToken;
  readonly now: number;
}

export function evidenceFor(cause: FailureCause, revocation: Revocation, now: number): readonly Evidence[] {
  const { vppToken: token, result } = revocation;
  const updatedAtMs = epochMsOf(result.lastUpdatedAt);
  const endedAtMs = updatedAtMs !== null && updatedAtMs <= now ? updatedAtMs : null;
  const times: Times = { startedAtMs: epochMsOf(result.startedAt), endedAtMs, token, now };
  const verdicts = verdictsOf(cause, times);
  const onToken: readonly Evidence[] = [
    { kind: "tokenState", value: token.state, verdict: verdicts.state },
    { kind: "tokenExpiry", value: token.expiresAt, verdict: verdicts.expiry },
    { kind: "lastSync", value: token.lastSyncAt, verdict: verdicts.sync },
    { kind: "lastSyncStatus", value: token.lastSyncStatus, verdict: verdicts.sync },
  ];
  return cause === "expiredApplePushNotificationCertificate"
    ? [{ kind: "pushCertificate", verdict: "cannotTell" }, ...onToken]
    : onToken;
}

interface Verdicts {
  readonly state: Verdict;
  readonly expiry: Verdict;
  readonly sync: Verdict;
}

const nothingToTell: Verdicts = { state: "cannotTell", expiry: "cannotTell", sync: "cannotTell" };

function verdictsOf(cause: FailureCause, times: Times): Verdicts {
  if (cause === "expiredVppToken") {
    const expiry = expiryVerdict(times);
    return { ...nothingToTell, state: expiredStateVerdict(times, expiry), expiry };
  }
  if (cause === "appleFailure" || cause === "noReasonGiven") {
    const sync = syncVerdict(times);
    return { ...nothingToTell, state: appleStateVerdict(times, sync), sync };
  }
  return nothingToTell;
}

/** Was the token expired when the action ended? Its expiry moves only when somebody renews it. */
function expiryVerdict(times: Times): Verdict {
  const expiresAtMs = epochMsOf(times.token.expiresAt);
  const knownAtMs = times.endedAtMs ?? times.startedAtMs;
  if (expiresAtMs === null || knownAtMs === null) return "cannotTell";
  return expiresAtMs <= knownAtMs ? "agrees" : whenLater(times);
}

/**
 * Intune calls an expired token `invalid` too. A token that expired only after the action says nothing of it.
 * Source: https://learn.microsoft.com/intune/intune-service/apps/vpp-apps-ios
 */
function expiredStateVerdict({ token: { state, expiresAt } }: Times, expiry: Verdict): Verdict {
  if (state === "valid") return expiry === "agrees" ? "cannotTell" : expiry;
  if (state === "expired" && epochMsOf(expiresAt) === null) return "agrees";
  return (state === "expired" || state === "invalid") && expiry === "agrees" ? "agrees" : "cannotTell";
}

/** A value that does not fit the reason: renewed after the end, or already so before it? */
function whenLater(times: Times): Verdict {
  const modifiedAtMs = epochMsOf(times.token.lastModifiedAt);
  if (modifiedAtMs === null || times.endedAtMs === null) return "cannotTell";
  return modifiedAtMs > times.endedAtMs ? changedSince(times) : "contradicts";
}

/** A sync is a conversation with Apple, so it tells how Apple answered around that time. */
function syncVerdict(times: Times): Verdict {
  const { token, endedAtMs } = times;
  if (token.lastSyncStatus === "failed") return "agrees";
  const syncedAtMs = epochMsOf(token.lastSyncAt);
  if (token.lastSyncStatus !== "completed" || syncedAtMs === null || endedAtMs === null) return "cannotTell";
  return syncedAtMs > endedAtMs ? changedSince(times) : "cannotTell";
}

/** Apple refuses such a token; one that expired only after the action says nothing of it. */
function appleStateVerdict(times: Times, sync: Verdict): Verdict {
  const { token, endedAtMs, startedAtMs } = times;
  if (token.state === "valid") return sync === "changedSince" ? "changedSince" : "cannotTell";
  const expiresAtMs = epochMsOf(token.expiresAt) ?? Number.NEGATIVE_INFINITY;
  const expiredLater = expiresAtMs <= times.now && expiresAtMs > (endedAtMs ?? startedAtMs ?? times.now);
  return isRefused(token) && !expiredLater ? "agrees" : "cannotTell";
}

/** `changedSince` means that another run may succeed, which no token can promise that cannot serve now. */
function changedSince({ token, now }: Times): Verdict {
  const isExpired = (epochMsOf(token.expiresAt) ?? Number.POSITIVE_INFINITY) <= now;
  return isExpired || isRefused(token) ? "cannotTell" : "changedSince";
}

function isRefused({ state }: VppToken): boolean {
  return state === "expired" || state === "invalid" || state === "assignedToExternalMDM";
}
