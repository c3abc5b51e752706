import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { lookForNews, type NewsLook, type NewsWatch } from "../../src/domain/newsWatch.ts";
import type { Revocation } from "../../src/domain/revocation.ts";
import { latenessMs, type RevocationEvent } from "../../src/domain/revocationEvents.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { aResult, aSnapshot, aVppToken, hourMs, minuteMs, testNow } from "../support/builders.ts";

const tokenWith = (result: Partial<ActionResult>, id = "token-1") =>
  aVppToken({ id, actionResults: [aResult(result)] });
const running = tokenWith({});
const lookAt = (at: number, ...tokens: readonly VppToken[]): NewsLook => {
  return { snapshot: aSnapshot(tokens), at, isUnchanged: null };
};

/** The events that each look brings, after a first one. */
function follow(...looks: readonly NewsLook[]): readonly (readonly RevocationEvent[])[] {
  let watch: NewsWatch | null = null;
  return looks.map((look) => {
    const looked = lookForNews(watch, look);
    watch = looked.watch;
    return looked.events;
  });
}

const kindsOf = (events: readonly RevocationEvent[] | undefined) => events?.map(({ kind }) => kind);
const later = testNow + minuteMs;
const endedAt = testNow + 30_000;

describe("lookForNews", () => {
  it.each([
    ["done", { actionState: "done", failedLicensesCount: 0 }, ["done"]],
    ["done with failures", { actionState: "done" }, ["doneWithFailures"]],
    ["failed", { actionState: "failed" }, ["failed"]],
    ["canceled", { actionState: "canceled" }, ["canceled"]],
    ["of an unknown state", { actionState: { kind: "unrecognized", raw: "paused" } }, ["stopped"]],
    ["still active", { failedLicensesCount: 21 }, []],
    ["pending again", { actionState: "pending" }, []],
  ] as const)("tells what a run that is now %s came to", (_, result, expected) => {
    const [first, second] = follow(
      lookAt(testNow, running),
      lookAt(later, tokenWith({ ...result, lastUpdatedAt: endedAt })),
    );
    expect(first).toEqual([]);
    expect(kindsOf(second)).toEqual(expected);
  });

  it("tells nothing of what ended before the page was opened", () => {
    const old = tokenWith({ actionState: "failed", lastUpdatedAt: testNow - hourMs }, "token-2");
    expect(follow(lookAt(testNow, old), lookAt(later, old))).toEqual([[], []]);
    expect(follow(lookAt(testNow, running), lookAt(later, running, old))).toEqual([[], []]);
  });

  it("tells what began and ended between two looks", () => {
    const short = tokenWith(
      { actionState: "failed", startedAt: testNow + 1, lastUpdatedAt: endedAt },
      "token-2",
    );
    const [, events] = follow(lookAt(testNow, running), lookAt(later, running, short));
    expect(kindsOf(events)).toEqual(["failed"]);
    expect(events?.[0]).toMatchObject({ happenedAt: endedAt, isEarliest: false });
  });

  it("tells each ending once, also of a token that was out of sight meanwhile", () => {
    const ended = tokenWith({ actionState: "done", lastUpdatedAt: endedAt });
    const looks = follow(
      lookAt(testNow, running),
      lookAt(later, ended),
      lookAt(later + 1),
      lookAt(later + 2, ended),
      lookAt(later + 3, running),
      lookAt(later + 4, ended),
    );
    expect(looks.map((events) => events.length)).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it("does not call an end what Intune no longer reports", () => {
    const [, events] = follow(lookAt(testNow, running), lookAt(later, aVppToken({ actionResults: [] })));
    expect(events).toEqual([]);
  });

  it("knows a run again whose start is now reported", () => {
    const [, events] = follow(
      lookAt(testNow, tokenWith({ actionState: "pending", startedAt: "never", lastUpdatedAt: "never" })),
      lookAt(later, tokenWith({ actionState: "failed", startedAt: testNow, lastUpdatedAt: null })),
    );
    expect(kindsOf(events)).toEqual(["failed"]);
  });

  it("tells a standstill when it comes, and again after a move", () => {
    const still = (at: number, isUnchanged: boolean): NewsLook => {
      return { ...lookAt(at, running), isUnchanged: () => isUnchanged };
    };
    const looks = follow(still(1, false), still(2, true), still(3, true), still(4, false), still(5, true));
    expect(looks.map(kindsOf)).toEqual([[], ["unchanged"], [], [], ["unchanged"]]);
  });

  it("tells no standstill that it met", () => {
    const known = { ...lookAt(later, running), isUnchanged: () => true };
    expect(follow(lookAt(testNow, running), known, { ...known, at: later + 1 })).toEqual([[], [], []]);
  });

  it("looks into no token that kept its object", () => {
    const untouched = new Proxy(aVppToken({ id: "token-2" }), {
      get(target, name, receiver) {
        if (name === "actionResults") throw new Error("looked into");
        return Reflect.get(target, name, receiver);
      },
    });
    const ended = tokenWith({ actionState: "done", lastUpdatedAt: endedAt });
    const [, events] = follow(lookAt(testNow, running, untouched), lookAt(later, ended, untouched));
    expect(events).toHaveLength(1);
  });

  it("tells at most one ending of each revocation, whatever Graph says", () => {
    const states = fc.constantFrom("pending", "active", "done", "failed", "canceled", "none");
    const results = fc.array(fc.record({ actionState: states, startedAt: fc.constantFrom(1, 2, 3) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(fc.array(results, { maxLength: 3 }), { maxLength: 6 }), (reads) => {
        const looks = reads.map((tokens, time) =>
          lookAt(
            testNow + time,
            ...tokens.map((list, index) =>
              aVppToken({ id: `token-${index}`, actionResults: list.map((result) => aResult(result)) }),
            ),
          ),
        );
        const told = follow(...looks).flatMap((events) => events.map(({ revocation }) => revocation));
        expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
        expect(
          told.filter(({ outcome }: Revocation) => outcome === "active" || outcome === "pending"),
        ).toEqual([]);
      }),
    );
  });
});

describe("lateness", () => {
  const lateness = (lastUpdatedAt: number, seenAt: number) => {
    const ended = tokenWith({ actionState: "done", lastUpdatedAt });
    const [, events] = follow(lookAt(testNow, running), lookAt(seenAt, ended));
    return events?.map((event) => [latenessMs(event, seenAt), event.isEarliest]);
  };

  it.each([
    ["in time", endedAt, later, [[null, false]]],
    ["after a long sleep", endedAt, endedAt + 40 * minuteMs, [[40 * minuteMs, false]]],
    ["by a date before the page was opened", testNow - hourMs, testNow + hourMs, [[hourMs, true]]],
    ["by a date that did not move with the end", testNow - 12_000, testNow + hourMs, [[hourMs, true]]],
    ["by a date in the future", testNow + 3 * hourMs, testNow + hourMs, [[hourMs, true]]],
  ] as const)("is told %s", (_, lastUpdatedAt, seenAt, expected) => {
    expect(lateness(lastUpdatedAt, seenAt)).toEqual(expected);
  });
});
