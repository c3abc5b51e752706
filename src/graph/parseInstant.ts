import type { Instant } from "../domain/received.ts";

/**
 * `Edm.DateTimeOffset` as epoch milliseconds: any offset, any number of fraction digits (Graph sends up to 7), seconds
 * optional. The first day of year 1 is Graph's "never". Text without a zone says no point in time, so it is unreadable.
 * Written by hand because `Date.parse` accepts 31 February and leaves more than three digits to the engine.
 * Source: https://docs.oasis-open.org/odata/odata/v4.01/os/abnf/odata-abnf-construction-rules.txt (dateTimeOffsetValue)
 */
export function parseInstant(value: unknown): Instant {
  if (value === undefined || value === null) return null;
  const epochMs = typeof value === "string" ? readInstant(value) : null;
  return epochMs ?? { kind: "unreadable", raw: value };
}

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)$/i;

/** Gregorian dates repeat after 400 years; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
const cycleYears = 400;
const cycleMs = 146_097 * 24 * 60 * 60_000;

/** Once the pattern holds, digits stand at known places: no capture is made for the 60,000 dates of a large tenant. */
function readInstant(text: string): number | "never" | null {
  if (!pattern.test(text)) return null;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  const [hour, minute] = [digits(text, 11, 2), digits(text, 14, 2)];
  const second = text[16] === ":" ? digits(text, 17, 2) : 0;
  const ms = text[19] === "." ? digits(text, 20, 3) : 0;
  const offsetMs = readOffset(text);
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59 || offsetMs === null) return null;
  if (year === 1 && month === 1 && day === 1) return "never";
  return Date.UTC(year + cycleYears, month - 1, day, hour, minute, second, ms) - cycleMs - offsetMs;
}

/** `count` decimal places from `start`; where the digits end sooner, as in a short fraction, zeros follow. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  let isEnded = false;
  for (let at = start; at < start + count; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    isEnded ||= !(digit >= 0 && digit <= 9);
    value = value * 10 + (isEnded ? 0 : digit);
  }
  return value;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year + cycleYears, month, 0)).getUTCDate();
}

/** Milliseconds that local time is ahead of UTC; `null` for an offset that no clock has. */
function readOffset(text: string): number | null {
  const sign = text[text.length - 6];
  if (sign !== "+" && sign !== "-") return 0;
  const [hours, minutes] = [digits(text, text.length - 5, 2), digits(text, text.length - 2, 2)];
  if (hours > 23 || minutes > 59) return null;
  const ms = (hours * 60 + minutes) * 60_000;
  return sign === "-" ? -ms : ms;
}
