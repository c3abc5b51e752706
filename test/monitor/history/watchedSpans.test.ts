import { describe, expect, it } from "vitest";
import {
  gapsWithin,
  unionSpans,
  type WatchedSpan,
  withRead,
} from "../../../src/monitor/history/watchedSpans.ts";

const at = (readAt: number, intervalMs: number) => ({ readAt, intervalMs, isHidden: false });
const read = (times: readonly number[], intervalMs = 10) =>
  times.reduce<readonly WatchedSpan[]>((spans, time) => withRead(spans, at(time, intervalMs)).spans, []);
const ends = (spans: readonly WatchedSpan[]) => spans.map(({ from, to }) => [from, to]);

describe("withRead", () => {
  it.each([
    ["joins reads of one stretch", [0, 10, 20], [[0, 20]]],
    ["forgives a pause of three intervals", [0, 30], [[0, 30]]],
    [
      "begins anew after a longer one",
      [0, 31, 40],
      [
        [0, 0],
        [31, 40],
      ],
    ],
    ["counts the same read once", [0, 10, 10], [[0, 10]]],
    ["changes nothing when the clock goes back a little", [0, 10, 20, 5], [[0, 20]]],
    [
      "begins anew before, when the clock goes back far",
      [100, 10, 20],
      [
        [10, 20],
        [100, 100],
      ],
    ],
    [
      "leaves the later span alone when it is reached again",
      [40, 10, 30, 45],
      [
        [10, 30],
        [40, 45],
      ],
    ],
  ])("%s", (_, times, expected) => {
    expect(ends(read(times))).toEqual(expected);
  });

  it("waits as long as the interval that was in force", () => {
    const { spans } = withRead([], at(0, 100));
    expect(ends(withRead(spans, at(300, 10)).spans)).toEqual([[0, 300]]);
  });

  it("joins reads that go on out of sight, further apart", () => {
    const { spans } = withRead([], at(0, 10));
    const hidden = [60, 120, 180].map((readAt) => ({ readAt, intervalMs: 60, isHidden: true }));
    const watched = hidden.reduce<readonly WatchedSpan[]>(
      (before, one) => withRead(before, one).spans,
      spans,
    );
    expect(ends(watched)).toEqual([[0, 180]]);
  });

  it("keeps a bounded number", () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      from: index * 100,
      to: index * 100,
      pauseMs: 1,
    }));
    const { spans } = withRead(many, at(1_000_000, 1));
    expect([spans.length, spans[0]?.from]).toEqual([5_000, 100]);
  });
});

describe("unionSpans", () => {
  it("joins what overlaps, whatever the order", () => {
    const [first, second] = [read([0, 10]), read([5, 20, 100])];
    expect(ends(unionSpans(second, first))).toEqual([
      [0, 20],
      [100, 100],
    ]);
    expect(unionSpans(first, second)).toEqual(unionSpans(second, first, first));
  });
});

describe("gapsWithin", () => {
  it.each([
    ["is empty inside of a span", 0, 20, []],
    ["names what lies between spans", 0, 110, [{ from: 20, to: 100 }]],
    ["begins where it is asked to", 50, 110, [{ from: 50, to: 100 }]],
    ["ends where it is asked to", 0, 60, [{ from: 20, to: 60 }]],
    ["says that nobody watched before", -50, 10, [{ from: -50, to: 0 }]],
  ])("%s", (_, from, to, expected) => {
    expect(gapsWithin(read([0, 10, 20, 100, 110]), from, to)).toEqual(expected);
  });

  it("is everything where nobody ever watched", () => {
    expect(gapsWithin([], 0, 10)).toEqual([{ from: 0, to: 10 }]);
  });
});
