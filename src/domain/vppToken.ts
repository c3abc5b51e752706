import type { ActionResult } from "./actionResult.ts";
import type { Instant, Open, Unreadable } from "./received.ts";

/** Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptokenstate?view=graph-rest-beta */
export const vppTokenStates = [
  "unknown",
  "valid",
  "expired",
  "invalid",
  "assignedToExternalMDM",
  "duplicateLocationId",
] as const;
export type VppTokenState = (typeof vppTokenStates)[number];

/** Every state that a token can be found by: Graph's own, one that we have never heard of, and none at all. */
export const tokenStateKinds = [...vppTokenStates, "unrecognized", "notReported"] as const;
export type TokenStateKind = (typeof tokenStateKinds)[number];

/** Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptokensyncstatus?view=graph-rest-beta */
export const vppTokenSyncStatuses = ["none", "inProgress", "completed", "failed"] as const;
export type VppTokenSyncStatus = (typeof vppTokenSyncStatuses)[number];

export const vppTokenAccountTypes = ["business", "education"] as const;
export type VppTokenAccountType = (typeof vppTokenAccountTypes)[number];

export type VppTokenId = string & { readonly brand: "VppTokenId" };

/**
 * An Apple VPP (location) token as Intune describes it, without its credential.
 * Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptoken?view=graph-rest-beta
 */
export interface VppToken {
  readonly id: VppTokenId;
  readonly displayName: string | null;
  readonly organizationName: string | null;
  readonly locationName: string | null;
  readonly appleId: string | null;
  readonly accountType: Open<VppTokenAccountType>;
  readonly countryOrRegion: string | null;
  readonly state: Open<VppTokenState>;
  readonly expiresAt: Instant;
  readonly lastModifiedAt: Instant;
  readonly lastSyncAt: Instant;
  readonly lastSyncStatus: Open<VppTokenSyncStatus>;
  /** `null`: Graph did not report action results for this token, which is not the same as an empty list. */
  readonly actionResults: readonly ActionResult[] | null;
  /** Entries of `tokenActionResults` (or the whole property) that cannot be read as an action result. */
  readonly unreadableResults: readonly Unreadable[];
  /** The token as received, already redacted. */
  readonly raw: unknown;
}
