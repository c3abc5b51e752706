import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandGroups, groupRows } from "../../../src/dashboard/finding/groupRows.ts";
import { deriveRevocations } from "../../../src/domain/revocation.ts";
import { anyVppToken } from "../../support/arbitraries.ts";
import { aRevocation, hourMs, testNow } from "../../support/builders.ts";

const started = (id: string, hoursAgo: number | null) =>
  aRevocation({ startedAt: hoursAgo === null ? "never" : testNow - hoursAgo * hourMs }, { id });
const [old, latest, middle, alone] = [started("a", 9), started("a", 1), started("a", 5), started("b", 3)];

describe("grouping by VPP token", () => {
  it("lets the latest speak for its token", () => {
    expect(groupRows([old, alone, latest, middle], [], false)).toEqual([[alone], [latest, old, middle]]);
  });

  it("takes a run without a start for the latest", () => {
    const unstarted = started("a", null);
    expect(groupRows([latest, unstarted], [], false)).toEqual([[unstarted, latest]]);
  });

  it("gives back groups that hold the same", () => {
    const before = groupRows([latest, old, alone], [], false);
    const after = groupRows([alone, latest, old], before, false);
    expect(after).toEqual([[alone], [latest, old]]);
    expect(after[1]).toBe(before[0]);
  });

  it("moves no group while a person is at work", () => {
    const before = groupRows([latest, old, alone], [], false);
    const newest = started("b", 0);
    expect(groupRows([newest, alone, latest, old], before, true)).toEqual([
      [latest, old],
      [newest, alone],
    ]);
  });

  it("shows every revocation once when all are expanded", () => {
    fc.assert(
      fc.property(fc.array(anyVppToken, { maxLength: 6 }), (tokens) => {
        const rows = tokens.flatMap(deriveRevocations);
        const groups = groupRows(rows, [], false);
        const all = expandGroups(groups, new Set(tokens.map(({ id }) => id)));
        const shown = new Set(all.rows);
        expect(all.rows).toHaveLength(rows.length);
        expect(rows.filter((revocation) => !shown.has(revocation))).toEqual([]);
        expect(all.leads.filter((lead) => lead !== null)).toEqual(groups);
      }),
    );
  });

  it("shows the latest alone until a group is expanded", () => {
    const groups = groupRows([latest, old, alone], [], false);
    expect(expandGroups(groups, new Set()).rows).toEqual([latest, alone]);
    expect(expandGroups(groups, new Set(["a"]))).toEqual({
      rows: [latest, old, alone],
      leads: [groups[0], null, groups[1]],
    });
  });
});
