import type { Instant, LicensesCount, Open } from "./received.ts";

/** Source: https://learn.microsoft.com/graph/api/resources/intune-shared-actionstate?view=graph-rest-beta */
export const actionStates = [
  "none",
  "pending",
  "canceled",
  "active",
  "done",
  "failed",
  "notSupported",
] as const;
export type ActionState = (typeof actionStates)[number];

/** Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptokenactionfailurereason?view=graph-rest-beta */
export const actionFailureReasons = [
  "none",
  "appleFailure",
  "internalError",
  "expiredVppToken",
  "expiredApplePushNotificationCertificate",
] as const;
export type ActionFailureReason = (typeof actionFailureReasons)[number];

/**
 * One entry of `vppToken.tokenActionResults`. `revokeLicenses` is a `vppTokenRevokeLicensesActionResult`;
 * `other` is any other action on the token, whose counts and reason are not reported.
 * Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptokenrevokelicensesactionresult?view=graph-rest-beta
 */
export interface ActionResult {
  readonly kind: "revokeLicenses" | "other";
  /** `@odata.type` as sent, without a leading `#`; `null` when absent. */
  readonly odataType: string | null;
  /** Free text; its real values are not documented. */
  readonly actionName: string | null;
  readonly actionState: Open<ActionState>;
  readonly startedAt: Instant;
  readonly lastUpdatedAt: Instant;
  /** Licences for which a revocation was attempted. */
  readonly totalLicensesCount: LicensesCount;
  /** Licences that failed to revoke. */
  readonly failedLicensesCount: LicensesCount;
  readonly failureReason: Open<ActionFailureReason>;
  /** The entry as received, already redacted. */
  readonly raw: unknown;
}
