import { type Burst, firstOf } from "../../domain/burst.ts";
import { latenessMs, type RevocationEvent } from "../../domain/revocationEvents.ts";
import type { FormatText } from "../../i18n/useText.ts";
import type { FormatSpan } from "../../ui/timeText.ts";
import { publicTokenName } from "./publicTokenName.ts";

export interface NewsWords {
  readonly text: FormatText;
  readonly span: FormatSpan;
  /** How long is long for one that stands still. */
  readonly unchangedMinutes: number;
}

/** One line that says all: of a single event, or how many of each kind. */
export function newsTitle(
  { events, counts, size }: Burst,
  { text, span, unchangedMinutes }: NewsWords,
): string {
  const time = span(unchangedMinutes * 60_000);
  const [only] = events;
  if (size === 1 && only !== undefined) return text(`told.one.${only.kind}`, { time });
  const { done, doneWithFailures, failed, canceled, stopped, unchanged } = counts;
  const parts = [
    done + doneWithFailures > 0 &&
      text("told.many.done", { count: done + doneWithFailures, failures: doneWithFailures }),
    failed > 0 && text("told.many.failed", { count: failed }),
    canceled > 0 && text("told.many.canceled", { count: canceled }),
    stopped > 0 && text("told.many.stopped", { count: stopped }),
    unchanged > 0 && text("told.many.unchanged", { count: unchanged, time }),
  ];
  return parts.filter((part) => part !== false).join("; ");
}

/** For the desktop and for speech: no more than a name, and that it comes late. */
export function newsBody(news: Burst, now: number, words: NewsWords): string {
  const [only] = news.events;
  const name = news.size === 1 && only !== undefined ? publicTokenName(only.revocation.vppToken) : null;
  const first = firstOf(news);
  const late = first && lateText(first, now, words);
  return [news.size === 1 ? (name ?? words.text("told.unnamed")) : null, late].filter(Boolean).join(". ");
}

/** `null`: it is told in time. */
export function lateText(event: RevocationEvent, now: number, { text, span }: NewsWords): string | null {
  const ms = latenessMs(event, now);
  if (ms === null) return null;
  return text(event.isEarliest ? "told.lateAtMost" : "told.late", { time: span(ms) });
}
