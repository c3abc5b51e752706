import { hasUnreadable } from "../domain/snapshot.ts";
import type { RevocationTotals } from "../domain/totals.ts";
import type { FormatText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { emptyKind } from "./emptyKind.ts";

type ReadSoFar = Pick<RevocationWatch, "snapshot" | "isReading">;

/**
 * The page's first sentence: what is running and what needs a person, as far as what Graph sent could be read. `totals`:
 * `null` before a whole read.
 */
export function answerText(watch: ReadSoFar, totals: RevocationTotals | null, text: FormatText): string {
  const { snapshot } = watch;
  if (totals === null || snapshot === null) return unreadText(watch, text);
  if (totals.revocations === 0) return text(`answer.${emptyKind(snapshot)}`);
  const answer = countsText(totals, text);
  return hasUnreadable(snapshot) ? text("answer.asRead", { answer }) : answer;
}

function countsText({ byGroup, openFailures }: RevocationTotals, text: FormatText): string {
  const { running } = byGroup;
  if (openFailures > 0) {
    return text(running > 0 ? "answer.both" : "answer.attention", { running, attention: openFailures });
  }
  const hadFailures = byGroup.attention > 0;
  if (running > 0) return text(hadFailures ? "answer.runningAgain" : "answer.running", { running });
  return text(hadFailures ? "answer.calmAgain" : "answer.calm");
}

function unreadText({ snapshot, isReading }: ReadSoFar, text: FormatText): string {
  if (isReading) return text("answer.reading");
  return snapshot === null ? text("answer.unread") : text("answer.partlyRead");
}
