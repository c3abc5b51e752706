import { type LicensesCount, type Open, rawText, type Unreadable } from "../domain/received.ts";

const int32Max = 2 ** 31 - 1;
const int32Min = -(2 ** 31);

/** A letter, digit, sign or symbol: anything that is neither white space nor an invisible control or format character. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/** `null` for everything that is no object with properties of its own. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  // An object that is no array; its properties stay unknown.
  return value as Readonly<Record<string, unknown>>;
}

/** A name exactly as sent; one without a visible character names nothing and counts as not reported. */
export function parseName(value: unknown): string | null {
  return typeof value === "string" && visible.test(value) ? value : null;
}

/** `Edm.Int32`. Numbers outside of it, fractions and text such as `"12"` are kept as unreadable. */
export function parseCount(value: unknown): LicensesCount {
  if (value === undefined || value === null) return null;
  const isCount =
    typeof value === "number" && Number.isInteger(value) && value >= int32Min && value <= int32Max;
  // `+ 0` makes a plain zero of JSON's `-0`.
  return isCount ? value + 0 : unreadable(value);
}

/** A member of `members`; anything else that was sent passes through as text. */
export function parseOpen<Member extends string>(members: readonly Member[], value: unknown): Open<Member> {
  if (value === undefined || value === null) return null;
  const known = members.find((member) => member === value);
  return known ?? { kind: "unrecognized", raw: typeof value === "string" ? value : rawText(value) };
}

export function unreadable(raw: unknown): Unreadable {
  return { kind: "unreadable", raw };
}
