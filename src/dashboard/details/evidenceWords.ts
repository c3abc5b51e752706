import type { Evidence, Verdict } from "../../domain/evidence.ts";
import type { FailureCause } from "../../domain/failureCause.ts";
import { epochMsOf, type Instant } from "../../domain/received.ts";
import type { FormatText, MessageId } from "../../i18n/useText.ts";
import type { When } from "./sentenceValues.ts";

/** What proves nothing stands below what does. */
export function tellingFirst(evidence: readonly Evidence[]): readonly Evidence[] {
  const tells = ({ verdict }: Evidence) => verdict !== "cannotTell";
  return [...evidence.filter(tells), ...evidence.filter((piece) => !tells(piece))];
}

/** With what to do about it, if that is to be done now. */
export function verdictText(verdict: Verdict, cause: FailureCause, when: When, text: FormatText): string {
  const words = text(verdictWords(verdict, cause));
  const isNow = verdict === "changedSince" && when === "changed";
  return isNow ? text("details.verdict.runAgain", { verdict: words }) : words;
}

/** Without a reason there is nothing to agree with; a new token and a new answer from Apple change different things. */
function verdictWords(verdict: Verdict, cause: FailureCause): MessageId {
  if (verdict === "agrees") {
    return cause === "noReasonGiven" ? "details.verdict.couldExplain" : "details.verdict.agrees";
  }
  if (verdict === "changedSince") {
    return cause === "expiredVppToken" ? "details.verdict.renewedSince" : "details.verdict.answeredSince";
  }
  return `details.verdict.${verdict}`;
}

export function termOf(piece: Evidence, now: number, text: FormatText): string {
  return piece.kind === "tokenExpiry"
    ? expiryTerm(piece.value, now, text)
    : text(`details.evidence.${piece.kind}`);
}

function expiryTerm(expiresAt: Instant, now: number, text: FormatText): string {
  const expiresAtMs = epochMsOf(expiresAt);
  if (expiresAtMs === null) return text("details.evidence.expiry");
  return text(expiresAtMs <= now ? "details.evidence.expired" : "details.evidence.expires");
}
