import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { VppToken } from "../../../src/domain/vppToken.ts";
import type { History } from "../../../src/monitor/history/history.ts";
import { parseLines } from "../../../src/monitor/history/importHistory.ts";
import type { RecordedRead } from "../../../src/monitor/history/recordSnapshot.ts";
import type { RememberedRevocation } from "../../../src/monitor/history/remembered.ts";
import { aResult, aVppToken, testNow } from "../../support/builders.ts";
import { aBrowser, onDisk, openHistory } from "./openHistory.ts";
import { aRead, rememberedIn, withResult } from "./reads.ts";

const failing = (failed: number) => withResult({ failedLicensesCount: failed });
const unstarted = (overrides = {}) =>
  withResult({ startedAt: "never", actionState: "pending", ...overrides });

beforeEach(() => void aBrowser());
afterEach(() => vi.unstubAllGlobals());

const rememberedBy = (history: History) => rememberedIn(history.getState().memory);

async function exported(history: History): Promise<string> {
  let text = "";
  for await (const line of history.exportLines()) text += line;
  return text;
}

function parsed(text: string): unknown[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The export of a computer that saw these reads. */
async function fileOf(...reads: readonly RecordedRead[]): Promise<string> {
  const elsewhere = await openHistory({
    accountKey: `elsewhere ${reads.length}`,
    settings: { persist: false, days: 90 },
  });
  for (const read of reads) await elsewhere.record(read);
  return exported(elsewhere);
}

async function historyAfter(...reads: readonly RecordedRead[]): Promise<History> {
  const history = await openHistory();
  for (const read of reads) await history.record(read);
  return history;
}

async function failedCounts(history: History, one = rememberedBy(history)[0]): Promise<unknown> {
  return one && (await history.observationsOf(one.identity)).map(({ failed }) => failed);
}

describe("an export", () => {
  it("names its format, version and tenant first", async () => {
    const [first = ""] = (await exported(await openHistory())).split("\n");
    expect(JSON.parse(first)).toEqual({
      kind: "header",
      format: "vpp-revocation-monitor/history",
      version: 1,
      tenant: "tenant",
      exportedAt: "2026-11-22T11:20:00.000Z",
    });
  });

  it("loses nothing on another computer", async () => {
    const before = await historyAfter(aRead(0, failing(1)), aRead(10, failing(2)), aRead(20, []));
    const text = await exported(before);
    aBrowser();
    const after = await openHistory();
    const report = await after.importLines([text]);
    expect(report).toMatchObject({ refusal: null, alreadyThere: 0, unreadable: 0 });
    expect(report.taken).toBe(text.trim().split("\n").length - 1);
    expect(parsed(await exported(after))).toEqual(parsed(text));
    expect(await failedCounts(await openHistory())).toEqual([1, 2]);
  });
});

describe("importing", () => {
  it("adds nothing the second time", async () => {
    const history = await historyAfter(aRead(100, failing(9)));
    const text = await fileOf(aRead(0, failing(1)), aRead(10, failing(2)));
    const once = await history.importLines([text]);
    const stored = await onDisk();
    const twice = await history.importLines([text]);
    expect(twice).toMatchObject({ taken: 0, alreadyThere: once.taken + once.alreadyThere });
    expect({ ...(await onDisk()), meta: null }).toEqual({ ...stored, meta: null });
    expect(await failedCounts(history)).toEqual([1, 2, 9]);
  });

  it.each([
    ["one piece", (text: string) => [text]],
    ["a plain string", (text: string) => text],
    ["pieces of any size", (text: string) => text.match(/[\s\S]{1,7}/g) ?? []],
    ["another system's line ends", (text: string) => [`\uFEFF${text.replaceAll("\n", "\r\n\r\n")}`]],
    ["lines in another order", (text: string) => [text.trim().split("\n").reverse().join("\n")]],
    ["a stream", (text: string) => streamOf(text)],
  ])("reads %s", async (_, piecesOf) => {
    const text = await fileOf(aRead(0, failing(1)), aRead(10, failing(2)));
    const history = await openHistory();
    expect(await history.importLines(piecesOf(text))).toMatchObject({ refusal: null, unreadable: 0 });
    expect(await failedCounts(history)).toEqual([1, 2]);
  });

  it("takes what is good among garbage", async () => {
    const lines = (await fileOf(aRead(0, failing(1)), aRead(10, failing(2)))).trim().split("\n");
    const bad = [
      "{",
      "null",
      "[]",
      '"text"',
      '{"kind":"surprise"}',
      '{"kind":"span","from":2,"to":1,"pauseMs":0}',
      lines.find((line) => line.includes('"observation"'))?.replace('"failed":1', '"failed":"1"') ?? "",
      lines.find((line) => line.includes('"observation"'))?.replaceAll("token-1", "token-2") ?? "",
      lines.find((line) => line.includes('"revocation"'))?.replaceAll("token-1", "token-2") ?? "",
      lines.find((line) => line.includes('"revocation"'))?.replace("2026", "2027") ?? "",
      `{"kind":"vppToken","x":"${"x".repeat(1_000_000)}"}`,
      `{"kind":"observation","failed":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
      '{"kind":"__proto__","__proto__":{"kind":"span"}}',
      '{"kind":"header","format":"something else","version":1,"tenant":"tenant"}',
    ];
    const history = await openHistory();
    const report = await history.importLines([[lines[0], ...bad, ...lines.slice(1)].join("\n")]);
    expect(report).toMatchObject({
      refusal: null,
      taken: lines.length - 1,
      alreadyThere: 0,
      unreadable: bad.length,
    });
    expect(report.problems.map(({ line, problem, where }) => [line - 2, problem, where])).toEqual([
      [0, "notJson", null],
      [1, "unknownKind", null],
      [2, "unknownKind", null],
      [3, "unknownKind", null],
      [4, "unknownKind", null],
      [5, "wrongShape", null],
      [6, "wrongShape", "failed"],
      [7, "revocationMissing", null],
      [8, "vppTokenMissing", null],
      [9, "wrongShape", null],
      [10, "tooLarge", null],
      [11, "tooLarge", null],
      [12, "unknownKind", null],
      [13, "wrongShape", "format"],
    ]);
    expect(await failedCounts(history)).toEqual([1, 2]);
  });

  it("names only the first of many problems", async () => {
    const report = await (await openHistory()).importLines([await fileOf(), "?\n".repeat(1_000)]);
    expect([report.unreadable, report.problems.length]).toEqual([1_000, 20]);
  });

  it.each([
    ["a file without a header", (text: string) => text.replace(/^.*\n/, ""), "noHeader"],
    [
      "another tenant's file",
      (text: string) => text.replace('"tenant":"tenant"', '"tenant":"other"'),
      "otherTenant",
    ],
    ["a newer version's file", (text: string) => text.replace('"version":1', '"version":2'), "newerVersion"],
    ["an empty file", () => "", "noHeader"],
  ])("refuses %s and says so", async (_, change, refusal) => {
    const history = await openHistory();
    const text = change(await fileOf(aRead(0)));
    expect(await history.importLines([text])).toMatchObject({ refusal, taken: 0 });
    expect(rememberedBy(history)).toEqual([]);
    const confirmed = await history.importLines([text], { isTenantConfirmed: true });
    expect(confirmed.refusal).toBe(refusal === "newerVersion" ? refusal : null);
  });

  it("removes what could be a credential", async () => {
    const text = (await fileOf(aRead(0))).replaceAll('"raw":{', '"raw":{"token":"secret",');
    const history = await openHistory();
    expect((await history.importLines([text])).unreadable).toBe(0);
    expect(JSON.stringify(await onDisk())).not.toContain("secret");
    expect(await exported(history)).not.toContain("secret");
  });

  it("leaves the history usable when a file breaks off", async () => {
    const history = await openHistory();
    const broken = async function* () {
      yield "{}";
      throw new Error("the stick was pulled out");
    };
    await expect(history.importLines(broken())).rejects.toThrow("pulled out");
    expect(await history.record(aRead(0))).toHaveLength(1);
  });
});

describe("what two computers saw", () => {
  const merged = async (mine: readonly RecordedRead[], theirs: readonly RecordedRead[]) => {
    const history = await historyAfter(...mine);
    await history.importLines([await fileOf(...theirs)]);
    return history;
  };

  it("counts what both saw from the first of them", async () => {
    const history = await merged(
      [aRead(1, failing(1)), aRead(11, failing(2))],
      [aRead(0, failing(1)), aRead(10, failing(2))],
    );
    expect(rememberedBy(history)).toMatchObject([{ firstSeenAt: testNow, changedAt: testNow + 10_000 }]);
    expect(await failedCounts(history)).toEqual([1, 2]);
  });

  it("shows the later result", async () => {
    const history = await merged([aRead(0, failing(1))], [aRead(10, failing(2))]);
    expect(rememberedBy(history)).toMatchObject([{ result: { failedLicensesCount: 2 } }]);
    expect(await history.record(aRead(20, failing(2)))).toEqual([]);
  });

  const named = (seconds: number, displayName: string) => aRead(seconds, [aVppToken({ displayName })]);
  it.each([
    ["here", named(10, "New"), named(0, "Old")],
    ["there", named(0, "Old"), named(10, "New")],
  ])("keep the name of a token that was seen last %s", async (_, mine, theirs) => {
    const { tokens } = (await merged([mine], [theirs])).getState().memory;
    expect([...tokens.values()]).toMatchObject([{ vppToken: { displayName: "New" } }]);
  });

  it("stays ambiguous when it was for one of them", async () => {
    const two = [aVppToken({ actionResults: [aResult(), aResult()] })];
    const history = await merged([aRead(0)], [aRead(0, two)]);
    expect(rememberedBy(history).map(({ isAmbiguous }) => isAmbiguous)).toEqual([true, true]);
  });

  it.each<[string, RecordedRead[], RecordedRead[], Partial<RememberedRevocation>]>([
    ["reported, as the later one saw it", [aRead(20)], [aRead(0), aRead(10, [])], { goneSince: null }],
    ["gone, as the later one saw it", [aRead(0)], [aRead(5), aRead(10, [])], { goneSince: testNow + 10_000 }],
    ["back, as the later one saw it", [aRead(0), aRead(10, [])], [aRead(20)], { goneSince: null }],
    [
      "gone since the first of them missed it",
      [aRead(0), aRead(20, [])],
      [aRead(0), aRead(10, [])],
      { goneSince: testNow + 10_000 },
    ],
    ["gone when it is not reported here", [aRead(10, [])], [aRead(0)], { goneSince: testNow + 10_000 }],
    ["open when nobody looked since", [aRead(0, [])], [aRead(10)], { goneSince: null }],
  ])("is %s", async (_, mine, theirs, expected) => {
    expect(rememberedBy(await merged(mine, theirs))).toMatchObject([expected]);
  });

  it.each<[string, RecordedRead[], RecordedRead[]]>([
    [
      "here before its start, there after",
      [aRead(5, unstarted({ failedLicensesCount: 1 }))],
      [aRead(0, unstarted({ failedLicensesCount: 0 })), aRead(20, failing(2))],
    ],
    [
      "there before its start, here after",
      [aRead(0, unstarted({ failedLicensesCount: 0 })), aRead(20, failing(2))],
      [aRead(5, unstarted({ failedLicensesCount: 1 }))],
    ],
  ])("is one revocation when seen %s", async (_, mine, theirs) => {
    const history = await merged(mine, theirs);
    expect(rememberedBy(history)).toMatchObject([
      { firstSeenAt: testNow, identity: { started: "2026-11-22T10:42:00.000Z" } },
    ]);
    expect(await failedCounts(history)).toEqual([0, 1, 2]);
    expect(await failedCounts(await openHistory())).toEqual([0, 1, 2]);
  });

  const two = (): VppToken[] => [
    aVppToken({ actionResults: [...(unstarted()[0]?.actionResults ?? []), aResult()] }),
  ];
  it.each<[string, RecordedRead[], RecordedRead[]]>([
    ["they were seen at other times", [aRead(0, unstarted()), aRead(10)], [aRead(600, unstarted())]],
    ["one computer saw both", [aRead(0, unstarted()), aRead(10)], [aRead(5, two())]],
  ])("are two revocations when %s", async (_, mine, theirs) => {
    expect(rememberedBy(await merged(mine, theirs))).toHaveLength(2);
  });
});

async function* streamOf(text: string): AsyncGenerator<string> {
  for (const piece of text.match(/[\s\S]{1,100}/g) ?? []) yield piece;
}

describe("a file of endless lines", () => {
  it("is read no further than a history can reach", async () => {
    const read = await parseLines(["{}\n{}\n{}\n"], 2);
    expect(read.map(({ number, line }) => [number, line.kind === "problem" && line.problem])).toEqual([
      [1, "unknownKind"],
      [2, "unknownKind"],
      [3, "tooMany"],
    ]);
  });
});
