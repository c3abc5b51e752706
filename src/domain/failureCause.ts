import { isUnrecognized } from "./received.ts";
import type { Revocation } from "./revocation.ts";

export const failureCauses = [
  "appleFailure",
  "internalError",
  "expiredVppToken",
  "expiredApplePushNotificationCertificate",
  "noReasonGiven",
  "unrecognizedReason",
] as const;
export type FailureCause = (typeof failureCauses)[number];

/** A given reason always counts, also while the run goes on; without one, only failures need a cause. */
export function failureCauseOf({ outcome, result }: Revocation): FailureCause | null {
  const { failureReason } = result;
  if (isUnrecognized(failureReason)) return "unrecognizedReason";
  if (failureReason !== null && failureReason !== "none") return failureReason;
  return outcome === "failed" || outcome === "doneWithFailures" ? "noReasonGiven" : null;
}
