import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../../src/graph/parseInstant.ts";

describe("parseInstant", () => {
  it.each([
    ["2026-07-17T14:50:53Z", "2026-07-17T14:50:53.000Z"],
    ["2026-07-17T14:50:53.5002993Z", "2026-07-17T14:50:53.500Z"],
    ["2026-07-17T14:50:53.5Z", "2026-07-17T14:50:53.500Z"],
    ["2016-12-31T23:58:46.7156189-08:00", "2017-01-01T07:58:46.715Z"],
    ["2026-03-01T00:00:00+05:30", "2026-02-28T18:30:00.000Z"],
    ["2024-02-29T10:20Z", "2024-02-29T10:20:00.000Z"],
    ["2026-07-17T14:50-01:30", "2026-07-17T16:20:00.000Z"],
    ["2026-07-17T14:50:53.123456789012Z", "2026-07-17T14:50:53.123Z"],
    ["2000-02-29T00:00:00Z", "2000-02-29T00:00:00.000Z"],
    ["2999-12-31T23:59:59.9999999Z", "2999-12-31T23:59:59.999Z"],
    ["0099-06-01T00:00:00Z", "0099-06-01T00:00:00.000Z"],
    ["0001-01-02T00:00:00Z", "0001-01-02T00:00:00.000Z"],
    ["2026-07-17t14:50:53z", "2026-07-17T14:50:53.000Z"],
  ])("reads %s", (text, expected) => {
    expect(parseInstant(text)).toBe(Date.parse(expected));
  });

  it.each([
    "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00.0000000Z",
    "0001-01-01T08:00:00+08:00",
    "0001-01-01T00:00:00-08:00",
  ])("takes %s for never", (text) => {
    expect(parseInstant(text)).toBe("never");
  });

  it.each([null, undefined])("takes %s for not reported", (value) => {
    expect(parseInstant(value)).toBeNull();
  });

  it.each([
    "",
    "soon",
    "2026-02-31T00:00:00Z",
    "2025-02-29T00:00:00Z",
    "1900-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-10T00:00:00Z",
    "2026-01-00T00:00:00Z",
    "2026-01-01T24:00:00Z",
    "2026-01-01T00:60:00Z",
    "2026-01-01T00:00:60Z",
    "2026-01-01T00:00:00",
    "2026-01-01",
    "2026-01-01T00:00:00+24:00",
    "2026-01-01T00:00:00.Z",
    " 2026-01-01T00:00:00Z",
    "String (timestamp)",
    1_767_225_600_000,
    true,
    {},
    [],
  ])("keeps %j as unreadable", (raw) => {
    expect(parseInstant(raw)).toEqual({ kind: "unreadable", raw });
  });

  it("agrees with every ISO date", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0002-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });
});
