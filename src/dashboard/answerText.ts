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

function countsText({ byGroup: { running, attention } }: RevocationTotals, text: FormatText): string {
  if (running > 0 && attention > 0) return text("answer.both", { running, attention });
  if (running > 0) return text("answer.running", { running });
  return attention > 0 ? text("answer.attention", { attention }) : text("answer.calm");
}

function unreadText({ snapshot, isReading }: ReadSoFar, text: FormatText): string {
  if (isReading) return text("answer.reading");
  return snapshot === null ? text("answer.unread") : text("answer.partlyRead");
}
