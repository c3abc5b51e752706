/** A longer wait than a day is taken for one day: who means more does not mean a browser page. */
const longestWaitMs = 24 * 60 * 60_000;

/**
 * A wait in milliseconds, from `Retry-After` (seconds or an HTTP date) or from `RetryAfter` in Intune's JSON message
 * (a number or text of seconds, or a .NET time span). `null` when it says nothing usable. `now`: epoch ms.
 * Source: https://learn.microsoft.com/graph/throttling, https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfterMs(value: unknown, now: number): number | null {
  const waitMs =
    typeof value === "number"
      ? value * 1_000
      : typeof value === "string"
        ? readText(value.trim(), now)
        : null;
  return waitMs !== null && waitMs >= 0 ? Math.min(waitMs, longestWaitMs) : null;
}

function readText(text: string, now: number): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  if (/^[A-Z][a-z]{2}, \d\d /.test(text)) return readDate(text, now);
  const span = /^(?:(\d+)\.)?(\d\d):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text);
  if (span === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = span.slice(1).map((part = "0") => Number(part));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
}

/** A date that has passed means: at once. */
function readDate(text: string, now: number): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
