import { describe, expect, it } from "vitest";
import type { Observation } from "../../../src/monitor/history/observation.ts";
import { deriveRatePerMinute } from "../../../src/monitor/history/ratePerMinute.ts";
import { deriveTimeline } from "../../../src/monitor/history/timeline.ts";
import type { WatchedSpan } from "../../../src/monitor/history/watchedSpans.ts";
import { hourMs, minuteMs, testNow } from "../../support/builders.ts";

const at = (minutes: number) => testNow + minutes * minuteMs;
const span = (from: number, to: number): WatchedSpan => ({ from: at(from), to: at(to), pauseMs: 30_000 });

function seen(minutes: number, overrides: Partial<Observation> = {}): Observation {
  return {
    key: "a key",
    seenAt: at(minutes),
    order: at(minutes),
    actionState: "active",
    outcome: "active",
    attempted: 100,
    failed: 0,
    lastUpdatedAt: at(minutes),
    failureReason: "none",
    ...overrides,
  };
}

const ended = { actionState: "done", outcome: "done" } as const;

describe("deriveTimeline", () => {
  it("is nothing without observations", () => {
    expect(deriveTimeline([], [span(0, 10)], at(10))).toBeNull();
  });

  it("goes on until now while it runs", () => {
    expect(deriveTimeline([seen(0)], [span(0, 10)], at(10))).toMatchObject({ from: at(0), to: at(10) });
  });

  it("ends with the end that was seen", () => {
    const timeline = deriveTimeline([seen(0), seen(4, ended)], [span(0, 60)], at(60));
    expect(timeline).toMatchObject({ from: at(0), to: at(4), gaps: [] });
  });

  it("draws counts, and nothing where none came", () => {
    const points = deriveTimeline(
      [seen(0, { attempted: null }), seen(1, { failed: { kind: "unreadable", raw: "x" } })],
      [span(0, 2)],
      at(2),
    )?.points;
    expect(points?.map(({ attempted, failed }) => [attempted, failed])).toEqual([
      [null, 0],
      [100, null],
    ]);
  });

  it("lists state changes from first sight on", () => {
    const failures = { actionState: "done", outcome: "doneWithFailures" } as const;
    const timeline = deriveTimeline(
      [seen(0), seen(1), seen(2, ended), seen(3, failures)],
      [span(0, 3)],
      at(3),
    );
    expect(timeline?.stateChanges.map(({ at: time, from, to }) => [time, from?.outcome, to.outcome])).toEqual(
      [
        [at(0), undefined, "active"],
        [at(2), "active", "done"],
        [at(3), "done", "doneWithFailures"],
      ],
    );
  });

  it("shows when nobody watched", () => {
    const timeline = deriveTimeline([seen(0), seen(20), seen(21)], [span(0, 5), span(20, 25)], at(25));
    expect(timeline?.gaps).toEqual([{ from: at(5), to: at(20) }]);
    expect(timeline?.points.map(({ isAfterGap }) => isAfterGap)).toEqual([false, true, false]);
  });

  it.each([
    ["is no gap while the next read is due", 25.5, []],
    ["is a gap once reads stay away", 26, [{ from: at(25), to: at(26) }]],
  ])("%s", (_, now, gaps) => {
    expect(deriveTimeline([seen(20)], [span(0, 5), span(20, 25)], at(now))?.gaps).toEqual(gaps);
  });

  it("leaves out what repeats", () => {
    const again = { ...seen(1), lastUpdatedAt: at(0) };
    expect(deriveTimeline([again, seen(0)], [], at(2))?.points).toHaveLength(1);
  });

  it("never runs backwards after a wrong clock", () => {
    const wrong = [
      seen(500, { order: at(500) }),
      seen(10, { order: at(500) + 1 }),
      seen(11, { order: at(500) + 2 }),
    ];
    expect(deriveTimeline(wrong, [], at(12))?.points.map((point) => point.at)).toEqual([
      at(10),
      at(10),
      at(11),
    ]);
  });
});

describe("deriveRatePerMinute", () => {
  const rateOf = (observations: readonly Observation[], spans: readonly WatchedSpan[], now: number) => {
    const timeline = deriveTimeline(observations, spans, at(now));
    return timeline && deriveRatePerMinute(timeline);
  };
  const counted = (minutes: number, attempted: Observation["attempted"]) => seen(minutes, { attempted });

  it.each<[string, Observation[], WatchedSpan[], number, number | null]>([
    ["counts from first sight until now", [counted(0, 100), counted(4, 300)], [span(0, 10)], 10, 20],
    ["is zero where nothing moves", [counted(0, 100)], [span(0, 10)], 10, 0],
    ["ends with the run", [counted(0, 0), seen(4, { ...ended, attempted: 40 })], [span(0, 60)], 60, 10],
    [
      "forgets what came before a gap",
      [counted(0, 0), counted(20, 500), counted(25, 600)],
      [span(0, 5), span(20, 30)],
      30,
      10,
    ],
    [
      "knows what stood still through a gap",
      [counted(0, 100), counted(25, 150)],
      [span(0, 5), span(20, 30)],
      30,
      5,
    ],
    ["ends where reads stopped", [counted(0, 100), counted(4, 300)], [span(0, 10)], 60, 20],
    ["cannot tell from less than a minute", [counted(0, 100), counted(0.5, 200)], [span(0, 0.9)], 0.9, null],
    ["cannot tell where counts fall", [counted(0, 100), counted(5, 90)], [span(0, 10)], 10, null],
    ["cannot tell without a count", [counted(0, 100), counted(5, null)], [span(0, 10)], 10, null],
    ["cannot tell from a negative count", [counted(0, -100)], [span(0, 10)], 10, null],
  ])("%s", (_, observations, spans, now, expected) => {
    expect(rateOf(observations, spans, now)?.perMinute ?? null).toBe(expected);
  });

  it("says over which stretch", () => {
    const rate = rateOf([counted(0, 1), counted(25, 2)], [span(0, 5), span(20, 30)], 30 + hourMs / minuteMs);
    expect(rate).toMatchObject({ from: at(20), to: at(30) });
  });
});
