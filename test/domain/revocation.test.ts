import { describe, expect, it } from "vitest";
import { deriveRevocations, revocationKey } from "../../src/domain/revocation.ts";
import { aResult, aVppToken, testNow } from "../support/builders.ts";

describe("deriveRevocations", () => {
  it("finds nothing where nothing is reported", () => {
    expect([null, []].map((actionResults) => deriveRevocations(aVppToken({ actionResults })))).toEqual([
      [],
      [],
    ]);
  });

  it("leaves other actions on the token aside", () => {
    const actionResults = [aResult({ kind: "other" }), aResult()];
    expect(deriveRevocations(aVppToken({ actionResults }))).toHaveLength(1);
  });

  it("keeps Graph's order", () => {
    const actionResults = [3, 1, 2].map((startedAt) => aResult({ startedAt }));
    const starts = deriveRevocations(aVppToken({ actionResults })).map(({ result }) => result.startedAt);
    expect(starts).toEqual([3, 1, 2]);
  });

  it("takes a start that is nested without end", () => {
    let raw: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) raw = [raw];
    const actionResults = [aResult({ startedAt: { kind: "unreadable", raw } })];
    expect(deriveRevocations(aVppToken({ actionResults }))).toHaveLength(1);
  });

  it("gives the same array for the same token", () => {
    const token = aVppToken();
    expect(deriveRevocations(token)).toBe(deriveRevocations(token));
  });

  it("knows a revocation again after it moved", () => {
    const before = aVppToken();
    const after = aVppToken({
      displayName: "Renamed",
      actionResults: [
        aResult({
          actionState: "done",
          lastUpdatedAt: testNow,
          failedLicensesCount: 21,
          failureReason: "appleFailure",
        }),
      ],
    });
    expect(keysOf(after)).toEqual(keysOf(before));
  });

  it.each([
    ["the token", aVppToken({ id: "token-2" })],
    ["the action's name", aVppToken({ actionResults: [aResult({ actionName: "other" })] })],
    ["a name that is missing", aVppToken({ actionResults: [aResult({ actionName: null })] })],
    ["the start", aVppToken({ actionResults: [aResult({ startedAt: testNow })] })],
    ["a start that is missing", aVppToken({ actionResults: [aResult({ startedAt: null })] })],
    ["a start of year 1", aVppToken({ actionResults: [aResult({ startedAt: "never" })] })],
    [
      "a start that is no date",
      aVppToken({ actionResults: [aResult({ startedAt: { kind: "unreadable", raw: "x" } })] }),
    ],
  ])("tells revocations apart by %s", (_, other) => {
    expect(keysOf(other)).not.toEqual(keysOf(aVppToken()));
  });

  it("tells a missing name from one that says null", () => {
    const actionResults = [null, "null", ""].map((actionName) => aResult({ actionName }));
    expect(new Set(keysOf(aVppToken({ actionResults }))).size).toBe(3);
  });

  it("numbers equal identities and marks them all", () => {
    const actionResults = [aResult(), aResult({ startedAt: testNow }), aResult({ actionState: "done" })];
    const revocations = deriveRevocations(aVppToken({ actionResults }));
    expect(revocations.map(({ identity, isAmbiguous }) => [identity.ordinal, isAmbiguous])).toEqual([
      [0, true],
      [0, false],
      [1, true],
    ]);
  });

  it("writes the key from the identity alone", () => {
    const [revocation] = deriveRevocations(aVppToken());
    expect(revocation?.identity).toEqual({
      parentId: "token-1",
      kind: "vppToken",
      actionName: "revokeLicenses",
      started: "2026-11-22T10:42:00.000Z",
      ordinal: 0,
    });
    expect(revocation && revocationKey(revocation.identity)).toBe(revocation?.key);
  });
});

function keysOf(token: Parameters<typeof deriveRevocations>[0]) {
  return deriveRevocations(token).map(({ key }) => key);
}
