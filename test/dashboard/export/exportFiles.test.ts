import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvParts, jsonParts } from "../../../src/dashboard/export/exportFiles.ts";
import type { ExportSource } from "../../../src/dashboard/export/exportSource.ts";
import { defaultViewState } from "../../../src/dashboard/viewState.ts";
import { deriveRevocations, type Revocation } from "../../../src/domain/revocation.ts";
import { anyVppToken } from "../../support/arbitraries.ts";
import { aRevocation } from "../../support/builders.ts";
import { supportFacts } from "../details/renderDetails.tsx";
import { aSource } from "./aSource.ts";

async function csvOf(revocations: readonly Revocation[], overrides: Partial<ExportSource> = {}) {
  const text = (await csvParts(aSource(revocations, overrides), false)).join("");
  return { text, records: parse(text, { columns: true }) as Record<string, string>[] };
}

async function jsonOf(revocations: readonly Revocation[], overrides: Partial<ExportSource> = {}) {
  const text = (await jsonParts(aSource(revocations, overrides))).join("");
  return { text, file: JSON.parse(text) };
}

const done = aRevocation(
  { actionState: "done", totalLicensesCount: 1_200, failedLicensesCount: 20 },
  { displayName: 'North, "District"' },
);

describe("the CSV file", () => {
  it("holds what is known of a revocation", async () => {
    const { records } = await csvOf([done]);
    expect(records).toEqual([
      {
        demoData: "false",
        tokenName: 'North, "District"',
        organization: "Contoso Edu",
        location: "Berlin",
        tokenState: "valid",
        actionName: "revokeLicenses",
        state: "done",
        outcome: "doneWithFailures",
        reason: "none",
        attempted: "1200",
        failed: "20",
        revoked: "1180",
        started: "2026-11-22T10:42:00.000Z",
        lastUpdated: "2026-11-22T11:19:48.000Z",
        marks: "",
        link: expect.stringMatching(/^https:\/\/monitor\.contoso\.com\/\?action=1\./),
      },
    ]);
  });

  it("ends each record as RFC 4180 wants it", async () => {
    const { text } = await csvOf([done, done]);
    expect(text.split("\r\n")).toHaveLength(4);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("begins with a byte order mark where that is wanted", async () => {
    const [first, second] = await csvParts(aSource([done]), true);
    expect([first, second]).toEqual(["\ufeff", expect.stringMatching(/^demoData,tokenName,/)]);
  });

  it("says that demo data are demo data in every record", async () => {
    const { records } = await csvOf([done, done], { support: { ...supportFacts, isDemo: true } });
    expect(records.map(({ demoData }) => demoData)).toEqual(["true", "true"]);
  });

  it("says revoked of nothing that is not done", async () => {
    const states = ["pending", "active", "failed", "canceled", "none", "notSupported"] as const;
    const { records } = await csvOf(states.map((actionState) => aRevocation({ actionState })));
    expect(records.map(({ revoked }) => revoked)).toEqual(states.map(() => ""));
  });

  it("keeps a contradiction as it came and marks it", async () => {
    const { records } = await csvOf([
      aRevocation({ actionState: "done", totalLicensesCount: 2, failedLicensesCount: 3 }),
      aRevocation({ totalLicensesCount: -5 }),
      aRevocation({ totalLicensesCount: { kind: "unreadable", raw: "=1+1" }, startedAt: "never" }),
    ]);
    expect(
      records.map(({ attempted, failed, revoked, marks }) => [attempted, failed, revoked, marks]),
    ).toEqual([
      ["2", "3", "", "countsDoNotAddUp"],
      ["-5", "20", "", "countsDoNotAddUp"],
      ['"=1+1"', "20", "", "countsDoNotAddUp"],
    ]);
    expect(records[2]?.started).toBe("never");
  });

  it.each([
    ['=HYPERLINK("https://evil.example")'],
    ["+7 495 000-00-00"],
    ["-2+3"],
    ["@SUM(A1)"],
    ["\t=1"],
    ["\r=1"],
    ["\n@x"],
    [" =1"],
    ["\u200b=1"],
    ["＝1+1"],
    ["＋1"],
    ["－1"],
    ["＠x"],
    ["\tplain"],
  ])("makes text of the name %j", async (displayName) => {
    const { records } = await csvOf([aRevocation({}, { displayName })]);
    expect(records[0]?.tokenName).toBe(`'${displayName}`);
  });

  it.each([
    ["a;=1+1", "a;'=1+1"],
    ["a\n=1+1", "a\n'=1+1"],
    ["a\t@x", "a\t'@x"],
    ["North-West (A=B)", "North-West (A=B)"],
    ["Школа № 5", "Школа № 5"],
    ["'quoted'", "'quoted'"],
  ])("keeps what other separators would split off %j harmless", async (displayName, expected) => {
    const { records } = await csvOf([aRevocation({}, { displayName })]);
    expect(records[0]?.tokenName).toBe(expected);
  });

  it("is read back as it was written, whatever Graph sends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyVppToken, { maxLength: 4 }), async (tokens) => {
        const revocations = tokens.flatMap(deriveRevocations);
        const [{ records }, { file }] = [await csvOf(revocations), await jsonOf(revocations)];
        expect(records).toHaveLength(revocations.length);
        expect(records.map(({ link }) => link)).toEqual(
          file.revocations.map(({ link }: { link: string }) => link),
        );
        for (const cell of records.flatMap((record) => Object.values(record))) {
          expect(cell).not.toMatch(/^\s*[=+@＝＋－＠]/);
        }
      }),
    );
  });
});

describe("the JSON file", () => {
  it("says what it is before anything else", async () => {
    const { text, file } = await jsonOf([done], { support: { ...supportFacts, isDemo: true } });
    expect(Object.entries(file)[0]).toEqual(["demoData", true]);
    expect(text).toMatch(/^\{\n {2}"demoData": true,\n {2}"format"/);
    expect(file).toMatchObject({
      format: "vpp-revocation-monitor/revocations",
      version: 1,
      exportedAt: "2026-11-22T11:20:00.000Z",
      count: 1,
      names: "names",
    });
  });

  it("keeps order, types and what is missing", async () => {
    const { file } = await jsonOf([
      done,
      aRevocation({ totalLicensesCount: null, failureReason: null, lastUpdatedAt: null }),
      aRevocation({ actionState: { kind: "unrecognized", raw: "paused" } }),
    ]);
    expect(file.revocations).toMatchObject([
      { tokenName: 'North, "District"', attempted: 1_200, revoked: 1_180 },
      { attempted: null, failed: 20, revoked: null, reason: null, lastUpdated: null },
      { state: "paused", outcome: "unrecognized", revoked: null },
    ]);
  });

  it("holds an empty list as one", async () => {
    const { file } = await jsonOf([]);
    expect(file.revocations).toEqual([]);
  });

  it("carries marks of the history", async () => {
    const { file } = await jsonOf([done], { marksOf: () => ["gone"] });
    expect(file.revocations[0].marks).toEqual(["noLongerReported"]);
  });
});

describe("names", () => {
  const [a, b] = [
    aRevocation({}, { id: "a", displayName: "Alpha School", appleId: "alpha@contoso.com" }),
    aRevocation({}, { id: "b", displayName: "Beta School", locationName: null }),
  ];
  const view = { ...defaultViewState, q: "alpha" };

  it("come without Apple IDs unless they are asked for", async () => {
    const onlyAppleId = aRevocation(
      {},
      {
        id: "c",
        displayName: null,
        organizationName: null,
        locationName: "",
        appleId: "alpha@contoso.com",
      },
    );
    const without = await csvOf([a, onlyAppleId]);
    expect(without.text).not.toMatch(/@|appleId/);
    expect(without.records.map(({ tokenName }) => tokenName)).toEqual(["Alpha School", "c"]);
    const { records } = await csvOf([a], { names: "withAppleIds" });
    expect(records[0]?.appleId).toBe("alpha@contoso.com");
  });

  it("are replaced alike wherever they stand", async () => {
    const { file, text } = await jsonOf([a, b, a], { names: "replaced", view });
    expect(
      file.revocations.map(({ tokenName, organization, location }: Record<string, unknown>) => [
        tokenName,
        organization,
        location,
      ]),
    ).toEqual([
      ["Token 1", "Organization 1", "Location 1"],
      ["Token 2", "Organization 1", null],
      ["Token 1", "Organization 1", "Location 1"],
    ]);
    expect(text).not.toMatch(/alpha|beta|contoso edu|berlin|contoso\.onmicrosoft/i);
  });
});

describe("a large export", () => {
  it("is written slice by slice", async () => {
    const written: number[] = [];
    const revocations = Array.from({ length: 600 }, () => done);
    const parts = await csvParts(aSource(revocations), false, (count) => written.push(count));
    expect(written).toEqual([100, 200, 300, 400, 500, 600]);
    expect(parse(parts.join(""), { columns: true })).toHaveLength(600);
  });
});
