import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnreadable, type Unreadable } from "../../src/domain/received.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { parseVppToken, parseVppTokenEntity } from "../../src/graph/parseVppTokens.ts";
import wrapped from "../fixtures/beta-vppToken-get.derived.json" with { type: "json" };
import documented from "../fixtures/beta-vppTokens-list.docs.json" with { type: "json" };
import live from "../fixtures/v1.0-vppTokens-list.live.json" with { type: "json" };

const revokeType = "#microsoft.graph.vppTokenRevokeLicensesActionResult";

describe("parseVppToken", () => {
  it("reads a token of a real tenant", () => {
    const { raw, ...vppToken } = read(live.value[0]);
    expect(vppToken).toEqual({
      id: "bfc6fbf0-788f-47ba-86c2-0f784b986ef1",
      displayName: null,
      organizationName: "EXAMPLE ORG LTD",
      locationName: null,
      appleId: "apple-id@example.com",
      accountType: "business",
      countryOrRegion: "gb",
      state: "valid",
      expiresAt: Date.UTC(2026, 8, 25, 17, 9, 22),
      lastModifiedAt: Date.UTC(2026, 6, 17, 14, 50, 53, 500),
      lastSyncAt: Date.UTC(2026, 6, 17, 14, 50, 53, 497),
      lastSyncStatus: "completed",
      actionResults: null,
      unreadableResults: [],
    });
    expect(raw).not.toHaveProperty("token");
  });

  it("reads Microsoft's documented token", () => {
    const { raw, actionResults, ...vppToken } = read(documented.value[0]);
    expect(vppToken).toMatchObject({ displayName: "Display Name value", lastSyncStatus: "inProgress" });
    expect(JSON.stringify(raw)).not.toContain("Token value");
    expect(actionResults).toEqual([
      expect.objectContaining({
        kind: "other",
        odataType: "microsoft.graph.vppTokenActionResult",
        actionState: "pending",
        startedAt: Date.parse("2017-01-01T07:58:46.715Z"),
        totalLicensesCount: null,
        failureReason: null,
      }),
    ]);
  });

  it.each([
    ["wrapped", wrapped],
    ["plain", wrapped.value],
    [
      "with its context",
      { "@odata.context": `https://graph.microsoft.com/beta/$metadata`, ...wrapped.value },
    ],
  ])("reads a single entity, %s", (_, body) => {
    const vppToken = parseVppTokenEntity(body);
    expect(vppToken).toMatchObject({ id: wrapped.value.id, unreadableResults: [] });
    expect((vppToken as VppToken).actionResults?.[1]).toMatchObject({
      kind: "revokeLicenses",
      totalLicensesCount: 2,
      failedLicensesCount: 3,
      failureReason: "appleFailure",
    });
    expect(parseVppTokenEntity(wrapped.value, vppToken as VppToken)).toBe(vppToken);
  });

  it.each([null, "text", 1, true, [], {}, { id: 7 }, { id: null }, { id: "" }])(
    "keeps the item %j as unreadable",
    (item) => {
      expect(parseVppToken(item)).toEqual({ kind: "unreadable", raw: item });
      expect(isUnreadable(parseVppTokenEntity(item))).toBe(true);
    },
  );

  it("redacts what it cannot read", () => {
    expect(parseVppToken({ token: "secret", a: 1 })).toEqual({ kind: "unreadable", raw: { a: 1 } });
    expect(parseVppTokenEntity('{"token":"secret"}')).toEqual({ kind: "unreadable", raw: "{}" });
  });

  it.each<[string, unknown, string | null]>([
    ["markup", "<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["right-to-left marks", "\u202eabc\u200f", "\u202eabc\u200f"],
    ["10,000 characters", "n".repeat(10_000), "n".repeat(10_000)],
    ["white space around it", "  School ", "  School "],
    ["nothing", "", null],
    ["white space only", " \t\u00a0", null],
    ["invisible marks only", "\u200f\u202e\u200b", null],
    ["null", null, null],
    ["a number", 5, null],
    ["an object", { a: 1 }, null],
  ])("reads a name of %s", (_, displayName, expected) => {
    expect(read({ id: "1", displayName }).displayName).toBe(expected);
  });

  it.each<[unknown, VppToken["state"]]>([
    ["duplicateLocationId", "duplicateLocationId"],
    ["unknownFutureValue", { kind: "unrecognized", raw: "unknownFutureValue" }],
    ["Valid", { kind: "unrecognized", raw: "Valid" }],
    ["", { kind: "unrecognized", raw: "" }],
    [3, { kind: "unrecognized", raw: "3" }],
    [["valid"], { kind: "unrecognized", raw: '["valid"]' }],
    [null, null],
    [undefined, null],
  ])("reads the state %j", (state, expected) => {
    expect(read({ id: "1", state }).state).toEqual(expected);
  });

  it.each<[unknown, boolean, number, number]>([
    [undefined, false, 0, 0],
    [null, false, 0, 0],
    [[], true, 0, 0],
    ["none", false, 0, 1],
    [{ value: [] }, false, 0, 1],
    [[{}, null, "x", 4, [], { actionName: "a" }], true, 2, 4],
  ])("reads the results %j", (tokenActionResults, isReported, results, unreadables) => {
    const { actionResults, unreadableResults } = read({ id: "1", tokenActionResults });
    expect(actionResults !== null).toBe(isReported);
    expect(actionResults ?? []).toHaveLength(results);
    expect(unreadableResults).toHaveLength(unreadables);
  });

  it("returns the very token that did not change", () => {
    const item = { id: "1", displayName: "A", tokenActionResults: [{ actionState: "active" }] };
    const previous = read(item);
    expect(read(structuredClone(item), previous)).toBe(previous);
    expect(read({ ...item, token: "secret" }, previous)).toBe(previous);
  });

  it("keeps the results that did not change", () => {
    const previous = read({
      id: "1",
      tokenActionResults: [{ actionState: "done" }, { actionState: "active" }],
    });
    const next = read(
      { id: "1", tokenActionResults: [{ actionState: "done" }, { actionState: "done" }] },
      previous,
    );
    expect(next).not.toBe(previous);
    expect(next.actionResults?.[0]).toBe(previous.actionResults?.[0]);
    expect(next.actionResults?.[1]?.actionState).toBe("done");
  });

  it("survives names that every object has", () => {
    const item = JSON.parse(
      '{"id":"1","valueOf":"x","toString":1,"constructor":null,"__proto__":{"token":"s"}}',
    );
    const previous = read(item);
    expect(read(structuredClone(item), previous)).toEqual(previous);
  });

  it("survives 10,000 levels in a property", () => {
    const deep = () => JSON.parse(`{"id":"1","state":${"[".repeat(10_000)}${"]".repeat(10_000)}}`);
    const previous = read(deep());
    expect(isUnreadable(read(deep(), previous))).toBe(false);
  });

  it("neither throws nor loses anything", () => {
    const entries = fc.array(fc.oneof(fc.jsonValue(), fc.constant({ actionState: "done" })));
    fc.assert(
      fc.property(fc.jsonValue(), entries, (anything, tokenActionResults) => {
        expect(parseVppToken(anything)).toBeDefined();
        const vppToken = read({ id: "1", state: anything, lastSyncDateTime: anything, tokenActionResults });
        const kept = (vppToken.actionResults?.length ?? 0) + vppToken.unreadableResults.length;
        expect(kept).toBe(tokenActionResults.length);
      }),
    );
  });
});

describe("parseActionResult", () => {
  it.each<[string, object, string]>([
    ["type with #", { "@odata.type": revokeType }, "revokeLicenses"],
    ["type without #", { "@odata.type": revokeType.slice(1) }, "revokeLicenses"],
    ["no type but a count", { totalLicensesCount: 1 }, "revokeLicenses"],
    ["no type but a null count", { failedLicensesCount: null }, "revokeLicenses"],
    ["no type but a reason", { actionFailureReason: "none" }, "revokeLicenses"],
    ["a type that is no text", { "@odata.type": 5, totalLicensesCount: 1 }, "revokeLicenses"],
    [
      "the base type with counts",
      { "@odata.type": "microsoft.graph.vppTokenActionResult", totalLicensesCount: 1 },
      "revokeLicenses",
    ],
    ["the base type", { "@odata.type": "#microsoft.graph.vppTokenActionResult" }, "other"],
    ["neither type nor counts", { actionName: "sync" }, "other"],
    [
      "another type with counts",
      { "@odata.type": "#microsoft.graph.vppTokenAssignActionResult", totalLicensesCount: 1 },
      "other",
    ],
  ])("tells a revocation by %s", (_, entry, kind) => {
    expect(readResult(entry).kind).toBe(kind);
  });

  it.each<[unknown, number | null | "unreadable"]>([
    [0, 0],
    [-0, 0],
    [-1, -1],
    [2_147_483_647, 2_147_483_647],
    [-2_147_483_648, -2_147_483_648],
    [null, null],
    [undefined, null],
    [2_147_483_648, "unreadable"],
    [-2_147_483_649, "unreadable"],
    [1.5, "unreadable"],
    ["12", "unreadable"],
    [true, "unreadable"],
    [[1], "unreadable"],
  ])("reads the count %j", (raw, expected) => {
    const { totalLicensesCount } = readResult({ totalLicensesCount: raw });
    expect(totalLicensesCount).toEqual(expected === "unreadable" ? { kind: "unreadable", raw } : expected);
  });

  it("reads each property by itself", () => {
    const entry = {
      "@odata.type": revokeType,
      actionName: 5,
      actionState: "paused",
      startDateTime: "0001-01-01T00:00:00Z",
      lastUpdatedDateTime: "yesterday",
      totalLicensesCount: "12",
      failedLicensesCount: 3,
      actionFailureReason: "solarFlare",
    };
    expect(readResult(entry)).toEqual({
      kind: "revokeLicenses",
      odataType: revokeType.slice(1),
      actionName: null,
      actionState: { kind: "unrecognized", raw: "paused" },
      startedAt: "never",
      lastUpdatedAt: { kind: "unreadable", raw: "yesterday" },
      totalLicensesCount: { kind: "unreadable", raw: "12" },
      failedLicensesCount: 3,
      failureReason: { kind: "unrecognized", raw: "solarFlare" },
      raw: entry,
    });
  });

  it("redacts the raw entry", () => {
    expect(readResult({ actionName: "a", details: { token: "secret" } }).raw).toEqual({
      actionName: "a",
      details: {},
    });
  });
});

function read(item: unknown, previous?: VppToken): VppToken {
  return readable(parseVppToken(item, previous));
}

function readResult(entry: object) {
  const [result] = read({ id: "1", tokenActionResults: [entry] }).actionResults ?? [];
  if (result === undefined) throw new Error("no result");
  return result;
}

function readable(parsed: VppToken | Unreadable): VppToken {
  if (isUnreadable(parsed)) throw new Error("unreadable");
  return parsed;
}
