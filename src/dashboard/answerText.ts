import type { RevocationTotals } from "../domain/totals.ts";
import type { FormatText } from "../i18n/useText.ts";

/** The page's first sentence: what is running and what needs a person. */
export function answerText({ revocations, byGroup }: RevocationTotals, text: FormatText): string {
  if (revocations === 0) return text("answer.none");
  const { running, attention } = byGroup;
  if (running > 0 && attention > 0) return text("answer.both", { running, attention });
  if (running > 0) return text("answer.running", { running });
  return attention > 0 ? text("answer.attention", { attention }) : text("answer.calm");
}
