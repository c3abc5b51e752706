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
  /** When the action ended, or was last heard of; `null` when Graph does not say. */
  readonly endedAtMs: number | null;
  readonly token: VppToken;
  readonly now: number;
}

export function evidenceFor(cause: FailureCause, revocation: Revocation, now: number): readonly Evidence[] {
  const { vppToken: token, result } = revocation;
  const times: Times = {
    endedAtMs: epochMsOf(result.lastUpdatedAt) ?? epochMsOf(result.startedAt),
    token,
    now,
  };
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
function expiryVerdict({ token, endedAtMs }: Times): Verdict {
  const expiresAtMs = epochMsOf(token.expiresAt);
  if (expiresAtMs === null || endedAtMs === null) return "cannotTell";
  if (expiresAtMs <= endedAtMs) return "agrees";
  return whenLater(token, endedAtMs);
}

function expiredStateVerdict({ token, endedAtMs, now }: Times, expiry: Verdict): Verdict {
  if (token.state === "expired") return "agrees";
  if (token.state !== "valid" || endedAtMs === null) return "cannotTell";
  if (expiry === "agrees") return (epochMsOf(token.expiresAt) ?? now) <= now ? "cannotTell" : "changedSince";
  return expiry;
}

/** A value that does not fit the reason: renewed after the end, or already so before it? */
function whenLater(token: VppToken, endedAtMs: number): Verdict {
  const modifiedAtMs = epochMsOf(token.lastModifiedAt);
  if (modifiedAtMs === null) return "cannotTell";
  return modifiedAtMs > endedAtMs ? "changedSince" : "contradicts";
}

/** A sync is a conversation with Apple, so it tells how Apple answered around that time. */
function syncVerdict({ token, endedAtMs }: Times): Verdict {
  if (token.lastSyncStatus === "failed") return "agrees";
  const syncedAtMs = epochMsOf(token.lastSyncAt);
  if (token.lastSyncStatus !== "completed" || syncedAtMs === null || endedAtMs === null) return "cannotTell";
  return syncedAtMs > endedAtMs ? "changedSince" : "cannotTell";
}

function appleStateVerdict({ token }: Times, sync: Verdict): Verdict {
  if (token.state === "valid") return sync === "changedSince" ? "changedSince" : "cannotTell";
  return token.state === "expired" || token.state === "invalid" || token.state === "assignedToExternalMDM"
    ? "agrees"
    : "cannotTell";
}
