import type { ActionResult } from "./actionResult.ts";
import { deriveOutcome } from "./outcome.ts";
import type { LicensesCount } from "./received.ts";

/** Why there is no bar, although counts may have been received. */
export type NoBarReason =
  /** A count is missing: Graph did not report it. */
  | "notReported"
  /** A count is not a whole number. */
  | "unreadable"
  /** A count is below zero. */
  | "negative"
  /** More failed than attempted. */
  | "contradiction"
  /** The state gives the counts no meaning (none, notSupported, unrecognized, not reported). */
  | "stateSaysNothing";

/**
 * What may be said of the licences. Graph reports attempted and failed only: `revoked` exists for `done` alone.
 * Source: https://learn.microsoft.com/graph/api/resources/intune-onboarding-vpptokenrevokelicensesactionresult?view=graph-rest-beta
 */
export type RevocationProgress =
  | {
      readonly kind: "revoked";
      readonly attempted: number;
      readonly failed: number;
      readonly revoked: number;
    }
  | { readonly kind: "soFar"; readonly attempted: number; readonly failed: number }
  | { readonly kind: "stopped"; readonly attempted: number; readonly failed: number }
  | { readonly kind: "nothingAttempted"; readonly isRunning: boolean }
  | {
      readonly kind: "asReceived";
      readonly attempted: LicensesCount;
      readonly failed: LicensesCount;
      readonly because: NoBarReason;
    };

export function deriveProgress(result: ActionResult): RevocationProgress {
  const { totalLicensesCount: attempted, failedLicensesCount: failed } = result;
  const asReceived = (because: NoBarReason) => ({ kind: "asReceived", attempted, failed, because }) as const;
  if (!isReadable(attempted) || !isReadable(failed)) return asReceived("unreadable");
  if (attempted === null || failed === null) return asReceived("notReported");
  if (attempted < 0 || failed < 0) return asReceived("negative");
  if (failed > attempted) return asReceived("contradiction");
  const kind = progressKindOf(result);
  if (kind === null) return asReceived("stateSaysNothing");
  if (attempted === 0) return { kind: "nothingAttempted", isRunning: kind === "soFar" };
  if (kind === "revoked") return { kind, attempted, failed, revoked: attempted - failed };
  return { kind, attempted, failed };
}

/** Revoked licences where they may be counted: of a run that is done and whose counts add up; else `null`. */
export function revokedCountOf(result: ActionResult): number | null {
  const progress = deriveProgress(result);
  if (progress.kind === "revoked") return progress.revoked;
  return progress.kind === "nothingAttempted" && deriveOutcome(result) === "done" ? 0 : null;
}

/** The counts contradict each other or cannot be counts, which a person should be told. */
export function isContradictory(progress: RevocationProgress): boolean {
  return (
    progress.kind === "asReceived" &&
    (progress.because === "contradiction" ||
      progress.because === "negative" ||
      progress.because === "unreadable")
  );
}

function isReadable(count: LicensesCount): count is number | null {
  return count === null || Number.isSafeInteger(count);
}

function progressKindOf(result: ActionResult): "revoked" | "soFar" | "stopped" | null {
  switch (deriveOutcome(result)) {
    case "done":
    case "doneWithFailures":
      return "revoked";
    case "pending":
    case "active":
      return "soFar";
    case "failed":
    case "canceled":
      return "stopped";
    default:
      return null;
  }
}
