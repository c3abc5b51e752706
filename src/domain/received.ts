/** A value that arrived but cannot be used as what it should be; kept so that it can be shown as it came. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly raw: unknown;
}

/** An enum member that this version does not know. Graph's enums grow, so it passes through as itself. */
export interface Unrecognized {
  readonly kind: "unrecognized";
  readonly raw: string;
}

/** A member of a Graph enum, one we have never heard of, or `null` when Graph did not send it. */
export type Open<Member extends string> = Member | Unrecognized | null;

/**
 * A point in time as Graph reported it: epoch milliseconds; `"never"` for Graph's sentinel of year 1;
 * `null` when it was not sent; the raw value when it is no date.
 */
export type Instant = number | "never" | null | Unreadable;

/** A licence count as Graph reported it: every whole number (also a negative one), `null`, or what came instead. */
export type LicensesCount = number | null | Unreadable;

export function isUnrecognized(value: unknown): value is Unrecognized {
  return hasKind(value, "unrecognized");
}

export function isUnreadable(value: unknown): value is Unreadable {
  return hasKind(value, "unreadable");
}

/** Epoch milliseconds when the instant is a real point in time, else `null`. */
export function epochMsOf(instant: Instant): number | null {
  return typeof instant === "number" ? instant : null;
}

/** What was received, as JSON text; what is nested too deeply to be written is shortened. Total: never throws. */
export function rawText(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? "undefined";
  } catch {
    return Array.isArray(raw) ? "[…]" : "{…}";
  }
}

export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

function hasKind(value: unknown, kind: string): boolean {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === kind;
}
