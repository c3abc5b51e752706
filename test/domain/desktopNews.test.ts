import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addToBurst, emptyBurst } from "../../src/domain/burst.ts";
import { decideDesktopNews, noDesktopNews } from "../../src/domain/desktopNews.ts";
import { isQuiet } from "../../src/domain/quietHours.ts";
import {
  eventKinds,
  type RevocationEvent,
  type RevocationEventKind,
} from "../../src/domain/revocationEvents.ts";
import { aRevocation, minuteMs, testNow } from "../support/builders.ts";

function anEvent(index: number, kind: RevocationEventKind = "done"): RevocationEvent {
  const revocation = aRevocation({}, { id: `token-${index}` });
  return { kind, revocation, happenedAt: testNow, isEarliest: false };
}

const events = (count: number, kind?: RevocationEventKind) =>
  Array.from({ length: count }, (_, index) => anEvent(index, kind));

describe("addToBurst", () => {
  it("counts every event and keeps a hundred", () => {
    const burst = addToBurst(addToBurst(emptyBurst, events(150)), [anEvent(150, "failed")]);
    expect([burst.size, burst.counts.done, burst.counts.failed, burst.events.length]).toEqual([
      151, 150, 1, 100,
    ]);
    expect(burst.events[0]?.kind).toBe("failed");
  });

  it("lets what is told later replace what was told earlier", () => {
    const burst = addToBurst(addToBurst(emptyBurst, [anEvent(1, "unchanged")]), [anEvent(1, "failed")]);
    expect(burst).toMatchObject({ size: 1, counts: { unchanged: 0, failed: 1 } });
    expect(burst.events.map(({ kind }) => kind)).toEqual(["failed"]);
  });

  it("holds the sum of its counts", () => {
    const anyEvents = fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...eventKinds)), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(anyEvents, { maxLength: 5 }), (rounds) => {
        const burst = rounds.reduce(
          (sum, round) =>
            addToBurst(
              sum,
              round.map(([index, kind]) => anEvent(index, kind)),
            ),
          emptyBurst,
        );
        expect(burst.size).toBe(burst.events.length);
        for (const kind of eventKinds) {
          expect(burst.counts[kind]).toBe(burst.events.filter((event) => event.kind === kind).length);
        }
      }),
    );
  });
});

describe("decideDesktopNews", () => {
  const away = { isOn: true, isLookedAt: false, isQuiet: false, now: testNow };

  it("shows fifty events as one notice", () => {
    expect(decideDesktopNews(noDesktopNews, events(50), away).notice?.size).toBe(50);
  });

  it("lets what follows soon join the notice, and what follows later begin another", () => {
    const first = decideDesktopNews(noDesktopNews, [anEvent(1)], away);
    const soon = { ...away, now: testNow + minuteMs };
    const second = decideDesktopNews(first.next, [anEvent(2)], soon);
    expect(second.notice?.size).toBe(2);
    const late = { ...away, now: soon.now + 3 * minuteMs };
    expect(decideDesktopNews(second.next, [anEvent(3)], late).notice?.size).toBe(1);
  });

  it("shows nothing without events", () => {
    expect(decideDesktopNews(noDesktopNews, [], away).notice).toBeNull();
  });

  it.each([
    ["switched off", { isOn: false }],
    ["looked at", { isLookedAt: true }],
    ["spoken for", { isSpokenFor: true }],
  ])("shows nothing while it is %s, nor afterwards", (_, situation) => {
    const { next, notice } = decideDesktopNews(noDesktopNews, events(3), { ...away, ...situation });
    expect(notice).toBeNull();
    expect(decideDesktopNews(next, [], away).notice).toBeNull();
  });

  it("tells in one notice what happened in quiet hours", () => {
    const quiet = { ...away, isQuiet: true };
    const first = decideDesktopNews(noDesktopNews, events(2), quiet);
    const second = decideDesktopNews(first.next, [anEvent(7, "failed")], quiet);
    expect([first.notice, second.notice]).toEqual([null, null]);
    const third = decideDesktopNews(second.next, [], { ...away, now: testNow + 60 * minuteMs });
    expect(third.notice).toMatchObject({ size: 3, counts: { done: 2, failed: 1 } });
    expect(decideDesktopNews(third.next, [], away).notice).toBeNull();
  });
});

describe("decideDesktopNews of a tab that takes over the lead", () => {
  const quiet = { isOn: true, isLookedAt: false, isQuiet: true, now: testNow };

  it("tells what happened in quiet hours before", () => {
    const followed = decideDesktopNews(noDesktopNews, events(2), { ...quiet, isSpokenFor: true });
    expect(followed.notice).toBeNull();
    expect(decideDesktopNews(followed.next, [], { ...quiet, isQuiet: false }).notice?.size).toBe(2);
  });
});

describe("isQuiet", () => {
  const at = (hours: number, minutes = 0) => 60 * hours + minutes;

  it.each([
    ["within a day", at(12), at(13), at(12, 30), true],
    ["at the first minute", at(12), at(13), at(12), true],
    ["no more at the last", at(12), at(13), at(13), false],
    ["before midnight", at(22), at(7), at(23), true],
    ["after midnight", at(22), at(7), at(6, 59), true],
    ["not by day across midnight", at(22), at(7), at(12), false],
    ["never when both ends are the same", at(7), at(7), at(7), false],
  ])("is so %s", (_, from, to, minute, expected) => {
    expect(isQuiet({ from, to }, minute)).toBe(expected);
  });
});
