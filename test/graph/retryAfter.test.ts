import { describe, expect, it } from "vitest";
import { parseRetryAfterMs } from "../../src/graph/retryAfter.ts";
import { now } from "./stubGraph.ts";

const day = 24 * 60 * 60_000;

describe("parseRetryAfterMs", () => {
  it.each<[unknown, number | null]>([
    ["30", 30_000],
    [" 0 ", 0],
    ["1.5", 1_500],
    [12, 12_000],
    ["Sun, 01 Mar 2026 12:02:00 GMT", 120_000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["00:01:30", 90_000],
    ["00:00:02.5000000", 2_500],
    ["1.00:00:00", day],
    ["999999999", day],
    [Number.MAX_VALUE, day],
    ["Sun, 01 Mar 2099 12:00:00 GMT", day],
    ["-5", null],
    [-5, null],
    [Number.NaN, null],
    ["soon", null],
    ["Sun, 99 Nonsense", null],
    ["", null],
    [null, null],
    [undefined, null],
    [true, null],
    [{}, null],
  ])("reads %j", (value, expected) => {
    expect(parseRetryAfterMs(value, now)).toBe(expected);
  });
});
