import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowTests } from "../../src/dashboard/finding/rowTests.ts";
import { createGroups, groupsOfGone, type RowGroups } from "../../src/dashboard/rowGroups.ts";
import { filterRows, keepOrder, listRows } from "../../src/dashboard/rows.ts";
import { createRowSorter } from "../../src/dashboard/sortRows.ts";
import {
  defaultViewState,
  newestRunningFirst,
  sortColumns,
  type ViewSort,
  type ViewState,
} from "../../src/dashboard/viewState.ts";
import { actionStates } from "../../src/domain/actionResult.ts";
import type { Revocation } from "../../src/domain/revocation.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { aResult, aVppToken, hourMs, testNow } from "../support/builders.ts";

const collator = new Intl.Collator("en", { numeric: true });
const listRevocations = (tokens: readonly VppToken[]) => listRows(createGroups()(tokens)).rows;
const sorted = (groups: RowGroups, sort: ViewSort) =>
  createRowSorter().sort(groups, { sort, collator, now: testNow }).rows;
const asked = (filter: Partial<ViewState>) => rowTests({ ...defaultViewState, ...filter }, testNow);
const names = (rows: readonly Revocation[]) => rows.map(({ vppToken }) => vppToken.displayName);

describe("listing", () => {
  it("skips other actions and tokens without results", () => {
    const tokens = [
      aVppToken({ id: "a", actionResults: null }),
      aVppToken({ id: "b", actionResults: [aResult({ kind: "other" }), aResult()] }),
    ];
    expect(listRevocations(tokens).map(({ vppToken }) => vppToken.id)).toEqual(["b"]);
  });

  it("keeps remembered rows of one token together", () => {
    const [a, b] = [aVppToken({ id: "a", actionResults: [aResult(), aResult()] }), aVppToken({ id: "b" })];
    const gone = listRevocations([a, b]);
    expect(groupsOfGone(gone)).toEqual(createGroups()([a, b]));
  });

  it("gives an untouched token's rows again", () => {
    const [a, b] = [aVppToken({ id: "a" }), aVppToken({ id: "b" })];
    const before = listRevocations([a, b]);
    const after = listRevocations([a, aVppToken({ id: "b" })]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });
});

describe("searching and filtering", () => {
  const north = aVppToken({ id: "4711-aa", displayName: "North", locationName: "Берлин" });
  const south = aVppToken({
    id: "b",
    displayName: "South",
    actionResults: [aResult({ actionState: "done" })],
  });
  const tokens = [north, south];
  const find = (q: string, outcomes: readonly Revocation["outcome"][] = []) =>
    names(filterRows(listRows(createGroups()(tokens)), asked({ q, outcomes })).rows);

  it.each([
    ["", ["North", "South"]],
    ["  ", ["North", "South"]],
    ["NORTH", ["North"]],
    ["берлин", ["North"]],
    ["contoso north", ["North"]],
    ["vpp@contoso", ["North", "South"]],
    ["4711", ["North"]],
    ["north south", []],
    [".*", []],
  ])("finds %j", (q, found) => {
    expect(find(q)).toEqual(found);
  });

  it("finds composed letters by decomposed ones", () => {
    const token = aVppToken({ displayName: "Район й" });
    const q = "й".normalize("NFD");
    expect(filterRows(listRows(createGroups()([token])), asked({ q })).rows).toHaveLength(1);
  });

  it("keeps only the wanted outcomes", () => {
    expect(find("", ["doneWithFailures"])).toEqual(["South"]);
    expect(find("north", ["doneWithFailures"])).toEqual([]);
  });
});

describe("sorting", () => {
  const token = (displayName: string, result: Parameters<typeof aResult>[0]) =>
    aVppToken({ id: displayName, displayName, actionResults: [aResult(result)] });
  const groups = createGroups()([
    token("old done", {
      actionState: "done",
      startedAt: testNow - 9 * hourMs,
      lastUpdatedAt: testNow - hourMs,
    }),
    token("undated running", { startedAt: "never", totalLicensesCount: null }),
    token("new failed", {
      actionState: "failed",
      startedAt: testNow - hourMs,
      lastUpdatedAt: testNow,
      totalLicensesCount: 7,
    }),
    token("old running", { startedAt: testNow - 5 * hourMs }),
    token("new running 10", { startedAt: testNow - 2 * hourMs }),
    token("new running 9", { startedAt: testNow - 2 * hourMs, totalLicensesCount: 5000 }),
  ]);

  it("puts newest running first by default", () => {
    expect(names(sorted(groups, newestRunningFirst))).toEqual([
      "new running 10",
      "new running 9",
      "old running",
      "undated running",
      "new failed",
      "old done",
    ]);
  });

  it.each([
    ["token", "ascending", ["new failed", "new running 9"]],
    ["token", "descending", ["undated running", "old running"]],
    ["state", "ascending", ["new failed", "old done"]],
    ["licences", "descending", ["new running 9"]],
    ["licences", "ascending", ["new failed"]],
    ["started", "ascending", ["old done", "old running"]],
    ["started", "descending", ["new failed"]],
    ["updated", "descending", ["new failed"]],
    ["updated", "ascending", ["old done"]],
    ["duration", "descending", ["old done", "old running"]],
    ["duration", "ascending", ["new failed"]],
  ] as const)("sorts by %s, %s", (column, direction, first) => {
    expect(names(sorted(groups, { column, direction })).slice(0, first.length)).toEqual(first);
  });

  it.each(["licences", "started", "duration"] as const)("puts unknown %s last either way", (column) => {
    for (const direction of ["ascending", "descending"] as const) {
      expect(names(sorted(groups, { column, direction })).at(-1)).toBe("undated running");
    }
  });

  it("places a few changes as a whole sort would", () => {
    const anyResult = fc.record({
      actionState: fc.constantFrom(...actionStates),
      startedAt: fc.option(fc.integer({ min: 0, max: 5 }).map((hours) => testNow - hours * hourMs)),
      totalLicensesCount: fc.option(fc.nat(5)),
    });
    const anyTokens = fc.array(fc.tuple(fc.nat(60), fc.constantFrom("a", "b", "Ä"), anyResult), {
      maxLength: 60,
    });
    const anySort = fc.oneof(
      fc.constant(newestRunningFirst),
      fc.record({
        column: fc.constantFrom(...sortColumns),
        direction: fc.constantFrom("ascending" as const, "descending" as const),
      }),
    );
    fc.assert(
      fc.property(anyTokens, anyTokens, anySort, (first, changes, sort) => {
        const before = uniqueTokens(first);
        const after = uniqueTokens([...first, ...changes.slice(0, 3)]).map(
          (token) => before.find((known) => JSON.stringify(known) === JSON.stringify(token)) ?? token,
        );
        const sorter = createRowSorter();
        const options = { sort, collator, now: testNow };
        sorter.sort(createGroups()(before), options);
        const { rows, groupOf } = sorter.sort(createGroups()(after), options);
        expect(rows).toEqual(sorted(createGroups()(after), sort));
        expect(rows.map(({ vppToken }) => vppToken)).toEqual([...groupOf].map((place) => after[place]));
      }),
    );
  });

  it("keeps its answer while nothing changes", () => {
    const sorter = createRowSorter();
    const options = { sort: newestRunningFirst, collator, now: testNow };
    expect(sorter.sort([...groups], options)).toBe(sorter.sort(groups, options));
  });
});

describe("keeping the order", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => aVppToken({ id, displayName: id })) as [
    VppToken,
    VppToken,
    VppToken,
  ];
  const changed = aVppToken({ id: "b", displayName: "b", actionResults: [aResult({ actionState: "done" })] });
  const listOf = (...tokens: readonly VppToken[]) => listRows(createGroups()(tokens));
  const rows = (...tokens: readonly VppToken[]) => listOf(...tokens).rows;
  const running = asked({ outcomes: ["active"] });

  it("updates a row in its place", () => {
    expect(keepOrder(listOf(a, b, c), listOf(changed, a, c)).rows).toEqual(rows(a, changed, c));
  });

  it("appends what is new", () => {
    expect(keepOrder(listOf(b), listOf(a, b, c)).rows).toEqual(rows(b, a, c));
  });

  it("drops what is no longer reported", () => {
    expect(keepOrder(listOf(a, b, c), listOf(a, c)).rows).toEqual(rows(a, c));
  });

  it("keeps a row that stopped matching the filter", () => {
    const next = filterRows(listOf(a, changed, c), running);
    expect(next.rows).toEqual(rows(a, c));
    expect(keepOrder(listOf(a, b, c), next).rows).toEqual(rows(a, changed, c));
  });
});

type TokenSeed = readonly [number, string, Parameters<typeof aResult>[0]];

/** The last seed of an id wins, in the place of the first. */
function uniqueTokens(seeds: readonly TokenSeed[]): readonly VppToken[] {
  const byId = new Map(
    seeds.map(([id, displayName, result]) => [
      id,
      aVppToken({ id: String(id), displayName, actionResults: [aResult(result)] }),
    ]),
  );
  return [...byId.values()];
}
