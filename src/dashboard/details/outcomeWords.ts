import type { FailureExplanation, HelpLink } from "../../domain/explainFailure.ts";
import { laterRunOf } from "../../domain/laterRun.ts";
import { isRunning } from "../../domain/outcome.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { MessageId } from "../../i18n/useText.ts";

/** The sentence on what the outcome itself means; `null` where the cause has said it already. */
export function outcomeSentence(
  { outcome }: Revocation,
  explanation: FailureExplanation | null,
): MessageId | null {
  if (outcome === "failed" || explanation?.cause === "noReasonGiven") return null;
  return `details.outcome.${outcome}`;
}

/** What the sentence on the outcome says of the licences. */
export function countsOf({ progress }: Revocation): "all" | "nothing" | "other" {
  if (progress.kind === "nothingAttempted") return "nothing";
  return progress.kind === "revoked" && progress.failed === 0 ? "all" : "other";
}

/** What to do where no failure has to be put right. */
export function nextOf(revocation: Revocation): MessageId {
  const { outcome, progress } = revocation;
  if (isRunning(outcome)) return "details.next.running";
  if (outcome === "done") {
    return progress.kind === "nothingAttempted" ? "details.next.nothingAttempted" : "details.next.done";
  }
  const later = laterRunOf(revocation);
  if (later === "endedWell") return "details.next.settled";
  if (outcome !== "canceled") return "details.next.unclear";
  return later === null ? "details.next.canceled" : "details.next.newer";
}

/** The most useful one first. */
export function linksOfNext(next: MessageId): readonly HelpLink[] {
  if (next === "details.next.canceled" || next === "details.next.newer") return ["intuneVppTokens"];
  return next === "details.next.unclear" ? ["intuneVppTokens", "intuneSupport"] : [];
}
