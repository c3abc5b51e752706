import { describe, expect, it } from "vitest";
import { countFacet, type FacetField } from "../../../src/dashboard/finding/facets.ts";
import { rowTests } from "../../../src/dashboard/finding/rowTests.ts";
import { createGroups } from "../../../src/dashboard/rowGroups.ts";
import { filterRows, listRows } from "../../../src/dashboard/rows.ts";
import { defaultViewState, type ViewState } from "../../../src/dashboard/viewState.ts";
import { aResult, aVppToken, hourMs, testNow } from "../../support/builders.ts";

const dayMs = 24 * hourMs;
const tokens = [
  aVppToken({
    id: "a",
    displayName: "Ёлка",
    actionResults: [
      aResult({ actionState: "active", startedAt: testNow - hourMs }),
      aResult({ actionState: "failed", failureReason: "appleFailure", startedAt: testNow - 2 * dayMs }),
    ],
  }),
  aVppToken({
    id: "b",
    displayName: "СОСНА",
    state: "expired",
    actionResults: [
      aResult({ actionState: "failed", failureReason: "expiredVppToken", startedAt: testNow - dayMs }),
      aResult({ actionState: "done", failedLicensesCount: 0, startedAt: "never" }),
    ],
  }),
  aVppToken({ id: "c", displayName: "Ｐｉｎｅ", state: null, actionResults: [aResult({ startedAt: null })] }),
  aVppToken({ id: "d", state: { kind: "unrecognized", raw: "asleep" }, actionResults: [] }),
];
const groups = createGroups()(tokens);

/** Where the rows are that a filter leaves: their token's id and their state. */
function found(filter: Partial<ViewState>): readonly string[] {
  const { rows } = filterRows(listRows(groups), rowTests({ ...defaultViewState, ...filter }, testNow));
  return rows.map(({ vppToken, outcome }) => `${vppToken.id} ${outcome}`);
}

describe("filtering rows", () => {
  it.each<[string, Partial<ViewState>, readonly string[]]>([
    ["nothing", {}, ["a active", "a failed", "b failed", "b done", "c active"]],
    ["a search without ё", { q: "елка" }, ["a active", "a failed"]],
    ["a search in look-alike Latin letters", { q: "coc" }, ["b failed", "b done"]],
    ["a search in full width", { q: "pine" }, ["c active"]],
    ["outcomes", { outcomes: ["failed", "done"] }, ["a failed", "b failed", "b done"]],
    ["reasons", { reasons: ["appleFailure"] }, ["a failed"]],
    ["tokens", { tokens: ["a", "gone"] }, ["a active", "a failed"]],
    ["token states", { tokenStates: ["expired", "notReported"] }, ["b failed", "b done", "c active"]],
    ["the last 24 hours", { from: "-24h" }, ["a active", "b failed"]],
    ["what is older", { to: "-24h" }, ["a failed"]],
    ["a day, whole", { from: "2026-11-22", to: "2026-11-22" }, ["a active"]],
    ["a moment, exactly", { from: "2026-11-22T10:20Z" }, ["a active"]],
    ["up to a moment, without it", { from: "2026-11-22", to: "2026-11-22T10:20Z" }, []],
    ["fields together", { reasons: ["expiredVppToken"], tokens: ["a"] }, []],
  ])("answers %s", (_, filter, rows) => {
    expect(found(filter)).toEqual(rows);
  });
});

describe("counts beside choices", () => {
  const counts = (field: FacetField, filter: Partial<ViewState> = {}) =>
    Object.fromEntries(countFacet(groups, { ...defaultViewState, ...filter }, field, testNow));

  it("say how many a choice shows", () => {
    expect(counts("outcomes")).toEqual({ active: 2, failed: 2, done: 1 });
    expect(counts("reasons")).toEqual({ appleFailure: 1, expiredVppToken: 1 });
    expect(counts("tokens")).toEqual({ a: 2, b: 2, c: 1 });
    expect(counts("tokenStates")).toEqual({ valid: 2, expired: 2, notReported: 1 });
  });

  it("heed the other filters, not their own", () => {
    expect(counts("outcomes", { outcomes: ["done"], tokens: ["a"] })).toEqual({ active: 1, failed: 1 });
  });
});
