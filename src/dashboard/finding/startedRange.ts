import { dayMs } from "../../domain/tokenHealth.ts";
import type { ViewState } from "../viewState.ts";

const hourMs = dayMs / 24;

/** Half open, in epoch ms: from `fromMs` until just before `toMs`. */
export interface StartedRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** `null`: whenever. `now`: epoch ms; only what is said relative to it moves. */
export function startedRange({ from, to }: Pick<ViewState, "from" | "to">, now: number): StartedRange | null {
  if (from === null && to === null) return null;
  return {
    fromMs: from === null ? Number.NEGATIVE_INFINITY : momentOf(from, now),
    toMs: to === null ? Number.POSITIVE_INFINITY : momentOf(to, now) + (isDay(to) ? dayMs : 0),
  };
}

export function isRelative(moment: string | null): moment is `-${string}` {
  return moment?.startsWith("-") === true;
}

/** How long before now a relative moment is, in its own unit. */
export function relativeSpan(moment: `-${string}`): {
  readonly count: number;
  readonly unit: "hour" | "day";
} {
  return { count: -Number.parseInt(moment, 10), unit: moment.endsWith("d") ? "day" : "hour" };
}

function momentOf(moment: string, now: number): number {
  if (!isRelative(moment)) return Date.parse(moment);
  const { count, unit } = relativeSpan(moment);
  return now - count * (unit === "day" ? dayMs : hourMs);
}

/** A whole UTC day, as a person writes it. */
function isDay(moment: string): boolean {
  return moment.length === "2026-11-22".length;
}

/** The first moment of the day on which `value` of a date field falls here, `days` later; `null` when it is none. */
export function localMidnight(value: string, days: number): string | null {
  const [year, month, day] = value.split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const midnight = new Date(year, month - 1, day + days);
  return Number.isNaN(midnight.getTime()) ? null : midnight.toISOString().replace(":00.000Z", "Z");
}

/** What a date field shows for a moment: the day here on which it falls; empty for none. */
export function localDay(ms: number | null): string {
  if (ms === null || Number.isNaN(ms)) return "";
  const date = new Date(ms);
  const part = (number: number, length = 2) => String(number).padStart(length, "0");
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
