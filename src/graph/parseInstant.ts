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

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d{0,9})?)?(?:Z|([+-])(\d\d):(\d\d))$/i;

/** Gregorian dates repeat after 400 years; `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
const cycleYears = 400;
const cycleMs = 146_097 * 24 * 60 * 60_000;

function readInstant(text: string): number | "never" | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [
    ,
    years,
    months,
    days,
    hours,
    minutes,
    seconds = "0",
    fraction = "0",
    sign,
    offsetHours,
    offsetMinutes,
  ] = match;
  const [year, month, day] = [Number(years), Number(months), Number(days)];
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const offset = readOffset(sign, offsetHours, offsetMinutes);
  if (offset === null) return null;
  if (text.startsWith("0001-01-01")) return "never";
  const ms = Number(fraction.padEnd(3, "0"));
  return Date.UTC(year + cycleYears, month - 1, day, hour, minute, second, ms) - cycleMs - offset;
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year + cycleYears, month, 0)).getUTCDate();
}

/** Milliseconds that local time is ahead of UTC; `null` for an offset that no clock has. */
function readOffset(sign: string | undefined, hours = "0", minutes = "0"): number | null {
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -ms : ms;
}
