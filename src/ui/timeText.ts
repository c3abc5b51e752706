import { type IntlShape, useIntl } from "react-intl";
import { type FormatText, useText } from "../i18n/useText.ts";

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const seconds = { unit: "second", unitMs: secondMs } as const;
const units = [
  { unit: "day", unitMs: dayMs },
  { unit: "hour", unitMs: hourMs },
  { unit: "minute", unitMs: minuteMs },
] as const;

/** How far `at` is from `now` in short words, e.g. "4 s ago", "yesterday", "21 Nov"; both in epoch ms. */
export type FormatRelative = (at: number, now: number) => string;
/** A length of time in its two largest units, e.g. "2 h 5 min"; at least "1 s". */
export type FormatSpan = (durationMs: number) => string;

interface TimeText {
  readonly relative: FormatRelative;
  /** The same in whole words for sentences, e.g. "6 minutes ago", "in 40 seconds". */
  readonly spokenRelative: FormatRelative;
  readonly span: FormatSpan;
  /** A moment with its zone. */
  readonly exact: (at: Date) => string;
}

const timeTexts = new WeakMap<IntlShape, TimeText>();

export function useTimeText(): TimeText {
  const intl = useIntl();
  const text = useText();
  const known = timeTexts.get(intl);
  if (known !== undefined) return known;
  const timeText = createTimeText(intl, text);
  timeTexts.set(intl, timeText);
  return timeText;
}

/** Asks for each format once: the library in between looks one up by all of its options. */
function createTimeText(intl: IntlShape, text: FormatText): TimeText {
  const { locale, timeZone } = intl;
  let exactFormat: Intl.DateTimeFormat | undefined;
  const days = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return {
    relative: (at, now) => relativeText(at, now, text, { intl, days }),
    spokenRelative: (at, now) => spokenText(at, now, intl),
    span: (durationMs) => spanText(durationMs, text),
    exact: (at) => {
      exactFormat ??= new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone });
      return exactFormat.format(at);
    },
  };
}

interface DayFormats {
  readonly intl: IntlShape;
  readonly days: Intl.RelativeTimeFormat;
}

function relativeText(at: number, now: number, text: FormatText, { intl, days }: DayFormats): string {
  const distanceMs = Math.abs(now - at);
  if (distanceMs < secondMs) return text("time.justNow");
  if (distanceMs >= dayMs) return dayText(at, now, { intl, days });
  const span = largestUnit(distanceMs, text);
  return at > now ? text("time.in", { span }) : text("time.ago", { span });
}

function spokenText(at: number, now: number, intl: IntlShape): string {
  const distanceMs = Math.abs(now - at);
  const { unit, unitMs } = units.find((candidate) => distanceMs >= candidate.unitMs) ?? seconds;
  return intl.formatRelativeTime(Math.trunc((at - now) / unitMs), unit);
}

/** Days are counted by the calendar, so that "yesterday" is yesterday also 40 hours later. */
function dayText(at: number, now: number, { intl, days }: DayFormats): string {
  const distance = Math.round((startOfDay(at) - startOfDay(now)) / dayMs);
  if (Math.abs(distance) < 7) return days.format(distance, "day");
  const isSameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return intl.formatDate(at, { day: "numeric", month: "short", ...(isSameYear ? {} : { year: "numeric" }) });
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function spanText(durationMs: number, text: FormatText): string {
  const wholeSeconds = Math.max(1, Math.floor(durationMs / secondMs));
  const parts = [
    { id: "time.day", count: Math.floor(wholeSeconds / 86_400) },
    { id: "time.hour", count: Math.floor(wholeSeconds / 3_600) % 24 },
    { id: "time.minute", count: Math.floor(wholeSeconds / 60) % 60 },
    { id: "time.second", count: wholeSeconds % 60 },
  ] as const;
  const first = parts.findIndex(({ count }) => count > 0);
  return parts
    .slice(first, first + (first === 2 && wholeSeconds >= 600 ? 1 : 2))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => text(id, { count }))
    .join(" ");
}

function largestUnit(durationMs: number, text: FormatText): string {
  if (durationMs >= hourMs) return text("time.hour", { count: Math.floor(durationMs / hourMs) });
  if (durationMs >= minuteMs) return text("time.minute", { count: Math.floor(durationMs / minuteMs) });
  return text("time.second", { count: Math.floor(durationMs / secondMs) });
}
