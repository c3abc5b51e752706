import { describe, expect, it } from "vitest";
import { createGroups } from "../../../src/dashboard/rowGroups.ts";
import { publicNames } from "../../../src/dashboard/wall/publicName.ts";
import { wallRowsOf } from "../../../src/dashboard/wall/wallRows.ts";
import type { ActionState } from "../../../src/domain/actionResult.ts";
import { aResult, aVppToken, hourMs, testNow } from "../../support/builders.ts";

function tokenWith(id: string, actionState: ActionState, startedAt: number, failedLicensesCount = 0) {
  return aVppToken({ id, actionResults: [aResult({ actionState, startedAt, failedLicensesCount })] });
}

describe("what hangs on the wall", () => {
  it("is what needs attention, then what runs, each newest first", () => {
    const { rows, leftOut } = wallRowsOf(
      createGroups()([
        tokenWith("older-run", "active", testNow - 2 * hourMs),
        tokenWith("done", "done", testNow),
        tokenWith("canceled", "canceled", testNow),
        tokenWith("failed", "failed", testNow - 9 * hourMs),
        tokenWith("newer-run", "pending", testNow - hourMs),
        tokenWith("partly", "done", testNow - 5 * hourMs, 3),
      ]),
    );
    expect(rows.map(({ vppToken }) => vppToken.id)).toEqual(["partly", "failed", "newer-run", "older-run"]);
    expect(leftOut).toBe(0);
  });

  it("is no failure that a later run has put right or is working on", () => {
    const failed = (hours: number) => aResult({ actionState: "failed", startedAt: testNow - hours * hourMs });
    const later = { startedAt: testNow - hourMs, failedLicensesCount: 0 };
    const tokens = [
      aVppToken({ id: "right", actionResults: [failed(3), aResult({ ...later, actionState: "done" })] }),
      aVppToken({ id: "rerun", actionResults: [failed(3), aResult({ ...later, actionState: "active" })] }),
      aVppToken({ id: "open", actionResults: [failed(3)] }),
    ];
    const { rows } = wallRowsOf(createGroups()(tokens));
    expect(rows.map(({ vppToken, outcome }) => [vppToken.id, outcome])).toEqual([
      ["open", "failed"],
      ["rerun", "active"],
    ]);
  });

  it("ends, and says how many are left out", () => {
    const many = Array.from({ length: 100 }, (_, index) => tokenWith(`f${index}`, "failed", testNow - index));
    const { rows, leftOut } = wallRowsOf(createGroups()([...many, tokenWith("run", "active", 0)]));
    expect(rows).toHaveLength(25);
    expect(rows[0]?.vppToken.id).toBe("f0");
    expect(rows.at(-1)?.vppToken.id).toBe("run");
    expect(leftOut).toBe(76);
  });
});

describe("names on the wall", () => {
  it.each([
    [{}, "North District", "Contoso Edu · Berlin"],
    [{ displayName: "vpp@contoso.com" }, "Contoso Edu", "Berlin"],
    [{ displayName: "Token of vpp@contoso.com", organizationName: null }, "Berlin", ""],
    [{ displayName: null, organizationName: " ", locationName: null }, "token-1", ""],
    [{ displayName: "Lab of +4912345", appleId: "+4912345" }, "Contoso Edu", "Berlin"],
  ])("hold no Apple ID: %j", (overrides, name, place) => {
    expect(publicNames(aVppToken(overrides))).toEqual({ name, place });
  });
});
