import fc from "fast-check";
import type { ActionResult } from "../../../src/domain/actionResult.ts";
import type { VppToken } from "../../../src/domain/vppToken.ts";
import type { RecordedRead } from "../../../src/monitor/history/recordSnapshot.ts";
import { aResult, aSnapshot, aVppToken, testNow } from "../../support/builders.ts";

/** Few values, so that identities repeat, starts become real, and what was there comes back. */
const result: fc.Arbitrary<ActionResult> = fc
  .record({
    actionName: fc.constantFrom("revokeLicenses", null),
    actionState: fc.constantFrom<ActionResult["actionState"][]>("pending", "active", "done", {
      kind: "unrecognized",
      raw: "paused",
    }),
    startedAt: fc.constantFrom<ActionResult["startedAt"][]>("never", null, testNow - 2_000, testNow - 1_000),
    lastUpdatedAt: fc.constantFrom<ActionResult["lastUpdatedAt"][]>("never", testNow - 500, {
      kind: "unreadable",
      raw: ["?"],
    }),
    totalLicensesCount: fc.integer({ min: 0, max: 2 }),
    failedLicensesCount: fc.constantFrom<ActionResult["failedLicensesCount"][]>(0, 1, null, {
      kind: "unreadable",
      raw: { n: 1 },
    }),
    failureReason: fc.constantFrom<ActionResult["failureReason"][]>("none", "appleFailure"),
  })
  .map((overrides) => aResult(overrides));

const token = fc.oneof(
  { weight: 4, arbitrary: fc.array(result, { maxLength: 3 }) },
  fc.constantFrom("same" as const, "absent" as const, "notFound" as const, null),
);

const step = fc.record({
  tokens: fc.tuple(token, token),
  seconds: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(10, 300) },
    fc.integer({ min: -100, max: 4_000 }),
  ),
  isFull: fc.boolean(),
});

/** Reads one after the other: full ones and short ones, of two tokens, with clocks that jump now and then. */
export const anyReads: fc.Arbitrary<readonly RecordedRead[]> = fc
  .array(step, { minLength: 1, maxLength: 8 })
  .map((steps) => {
    const last = new Map<string, VppToken>();
    let readAt = testNow;
    return steps.map(({ tokens, seconds, isFull }) => {
      readAt += seconds * 1_000;
      const seen = tokens.flatMap((spec, index) => asToken(`token-${index}`, spec, last, isFull));
      for (const one of seen) last.set(one.id, one);
      const notFound = isFull
        ? []
        : seen.filter((_, index) => tokens[index] === "notFound").map(({ id }) => id);
      const when = { readAt, askedAt: null, isHidden: false, intervalMs: 10_000 };
      return { snapshot: aSnapshot(seen), ...when, isFull, notFound };
    });
  });

type TokenSpec = readonly ActionResult[] | "same" | "absent" | "notFound" | null;

function asToken(
  id: string,
  spec: TokenSpec,
  last: ReadonlyMap<string, VppToken>,
  isFull: boolean,
): VppToken[] {
  const before = last.get(id);
  if (spec === "absent" || (spec === "notFound" && isFull)) return [];
  if (spec === "same" || spec === "notFound") return before === undefined ? [] : [before];
  return [aVppToken({ id, actionResults: spec })];
}

/** The same read once more, as another page gets it: equal, but of other objects. */
export function again(read: RecordedRead): RecordedRead {
  return { ...read, snapshot: structuredClone(read.snapshot) };
}
