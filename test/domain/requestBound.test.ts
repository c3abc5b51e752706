import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundIntervalMs, requestBound, roomInMs, type SentParts } from "../../src/domain/requestBound.ts";

describe("boundIntervalMs", () => {
  it.each([
    [0, 0],
    [1, 200],
    [5, 1_000],
    [20, 4_000],
    [21, 5_000],
    [33, 20_000 / 3],
    [34, 10_000],
    [50, 10_000],
    [51, 20_000],
    [100, 20_000],
    [101, 20_200],
    [500, 100_000],
  ])("of %i parts is %d ms", (parts, expected) => {
    expect(boundIntervalMs(parts)).toBeCloseTo(expected, 6);
  });

  it("never asks for less than an even share", () => {
    fc.assert(
      fc.property(fc.nat(5_000), (parts) => {
        expect(boundIntervalMs(parts)).toBeGreaterThanOrEqual(200 * parts);
      }),
    );
  });
});

describe("roomInMs", () => {
  it.each<[string, readonly SentParts[], number, number, number]>([
    ["lets the first parts leave", [], 20, 50_000, 0],
    ["lets the hundredth leave", [{ at: 50_000, parts: 80 }], 20, 50_000, 0],
    ["holds back the next until the window has passed", [{ at: 50_000, parts: 81 }], 20, 50_000, 20_000],
    ["counts from when the parts left", [{ at: 50_000, parts: 81 }], 20, 69_999, 1],
    ["forgets what left a window ago", [{ at: 50_000, parts: 100 }], 100, 70_000, 0],
    [
      "waits only for as many as it needs",
      [
        { at: 50_000, parts: 20 },
        { at: 55_000, parts: 80 },
      ],
      20,
      60_000,
      10_000,
    ],
    [
      "waits for all that it needs",
      [
        { at: 50_000, parts: 20 },
        { at: 55_000, parts: 80 },
      ],
      21,
      60_000,
      15_000,
    ],
    ["does not wait for a clock that was set back", [{ at: 90_000_000, parts: 100 }], 20, 50_000, 0],
  ])("%s", (_, sent, parts, now, expected) => {
    expect(roomInMs(sent, parts, now)).toBe(expected);
  });

  it("never waits longer than the window", () => {
    const anySent = fc.array(fc.record({ at: fc.nat(100_000), parts: fc.nat(200) }));
    fc.assert(
      fc.property(anySent, fc.nat(500), fc.nat(100_000), (sent, parts, now) => {
        const ordered = sent.sort((left, right) => left.at - right.at);
        expect(roomInMs(ordered, parts, now)).toBeLessThanOrEqual(requestBound.windowMs);
      }),
    );
  });
});
