import { describe, expect, it } from "vitest";
import { answerText } from "../../src/dashboard/answerText.ts";
import { emptyKind } from "../../src/dashboard/emptyKind.ts";
import type { ActionState } from "../../src/domain/actionResult.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { deriveTotals } from "../../src/domain/totals.ts";
import { aResult, aSnapshot, aVppToken, hourMs, testNow } from "../support/builders.ts";
import { formatTextIn } from "../support/formatText.ts";

const english = await formatTextIn("en");
const broken = { kind: "unreadable", raw: 42 } as const;
const quiet = aVppToken({ actionResults: [] });
const unreported = aVppToken({ actionResults: null });
const allUnreadable = { unreadableTokens: [broken] };

function answerOf(snapshot: ReturnType<typeof aSnapshot>): string {
  const totals = deriveTotals(snapshot.tokens.flatMap(deriveRevocations));
  return answerText({ snapshot, isReading: false }, totals, english);
}

describe("why there is nothing", () => {
  it.each([
    ["noTokens", aSnapshot([])],
    ["noRevocations", aSnapshot([quiet])],
    ["noRevocations", aSnapshot([quiet, unreported])],
    ["notReported", aSnapshot([unreported])],
    ["notReported", aSnapshot([unreported], allUnreadable)],
    ["unreadable", aSnapshot([], allUnreadable)],
    ["unreadable", aSnapshot([unreported, quiet], allUnreadable)],
    ["unreadable", aSnapshot([quiet], allUnreadable)],
    ["unreadable", aSnapshot([quiet, aVppToken({ actionResults: [], unreadableResults: [broken] })])],
    ["unreadable", aSnapshot([aVppToken({ actionResults: null, unreadableResults: [broken] })])],
  ] as const)("is %s", (kind, snapshot) => {
    expect(emptyKind(snapshot)).toBe(kind);
    expect(answerOf(snapshot)).toBe(english(`answer.${kind}`));
  });
});

describe("the first sentence after a rerun", () => {
  const run = (actionState: ActionState, hoursAgo: number) =>
    aResult({ actionState, failedLicensesCount: 0, startedAt: testNow - hoursAgo * hourMs });

  it.each([
    ["Nothing is running, a later run ended well after each failure", [run("failed", 3), run("done", 2)]],
    [
      "1 running, a later run ended well or is under way after each failure",
      [run("failed", 3), run("active", 2)],
    ],
    ["Nothing is running, 1 needs attention", [run("failed", 3), run("done", 2), run("failed", 1)]],
  ] as const)("is %j", (sentence, actionResults) => {
    expect(answerOf(aSnapshot([aVppToken({ actionResults })]))).toBe(sentence);
  });
});

describe("the first sentence over what could not be read", () => {
  it.each([
    [
      "Nothing is running, none failed, none done with failures",
      { actionState: "done", failedLicensesCount: 0 },
    ],
    ["Nothing is running, 1 needs attention", { actionState: "failed" }],
    ["1 running, none failed, none done with failures", { actionState: "active" }],
  ] as const)("says so after %j", (sentence, result) => {
    const token = aVppToken({ actionResults: [aResult(result)] });
    expect(answerOf(aSnapshot([token]))).toBe(sentence);
    expect(answerOf(aSnapshot([token], allUnreadable))).toBe(`${sentence}, as far as it could be read`);
    const beside = aVppToken({ actionResults: [aResult(result)], unreadableResults: [broken] });
    expect(answerOf(aSnapshot([beside]))).toBe(`${sentence}, as far as it could be read`);
  });
});
