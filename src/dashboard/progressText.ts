import type { RevocationProgress } from "../domain/progress.ts";
import { assertNever, isUnreadable, type LicensesCount, rawText } from "../domain/received.ts";
import type { FormatText } from "../i18n/useText.ts";
import { shortened } from "./shortened.ts";

type AsReceived = Extract<RevocationProgress, { kind: "asReceived" }>;

/** What may be said of the licences, in one or two sentences; the same words stand beside the bar and in its value text. */
export function progressText(progress: RevocationProgress, text: FormatText): string {
  switch (progress.kind) {
    case "revoked":
      return text(progress.failed === 0 ? "progress.revoked" : "progress.revokedSomeFailed", progress);
    case "soFar":
      return text("progress.soFar", progress);
    case "stopped":
      return text(hasRest(progress) ? "progress.stopped" : "progress.stoppedAll", progress);
    case "nothingAttempted":
      return text(progress.isRunning ? "progress.nothingAttemptedYet" : "progress.nothingAttempted");
    case "asReceived":
      return asReceivedText(progress, text);
    default:
      return assertNever(progress);
  }
}

function hasRest({ attempted, failed }: { attempted: number; failed: number }): boolean {
  return failed < attempted;
}

function asReceivedText({ attempted, failed, because }: AsReceived, text: FormatText): string {
  const values = { attempted: countText(attempted, text), failed: countText(failed, text) };
  switch (because) {
    case "contradiction":
      return text("progress.contradiction", { attempted: numberOf(attempted), failed: numberOf(failed) });
    case "negative":
      return text("progress.negative", values);
    case "unreadable":
      return text("progress.unreadable", values);
    case "notReported":
      return attempted === null && failed === null
        ? text("progress.notReported")
        : text("progress.partlyReported", values);
    case "stateSaysNothing":
      return text("progress.stateSaysNothing", values);
    default:
      return assertNever(because);
  }
}

function countText(count: LicensesCount, text: FormatText): string {
  if (count === null) return text("value.notReported");
  return isUnreadable(count) ? shortened(rawText(count.raw)) : text("value.number", { count });
}

/** The number itself, for messages whose grammar depends on it. */
function numberOf(count: LicensesCount): number | null {
  return typeof count === "number" ? count : null;
}
