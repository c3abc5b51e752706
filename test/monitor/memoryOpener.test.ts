import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultPollSettings } from "../../src/domain/pollDelay.ts";
import { isUnreadable } from "../../src/domain/received.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { parseVppToken } from "../../src/graph/parseVppTokens.ts";
import { createMemoryOpener } from "../../src/monitor/memoryOpener.ts";
import * as opening from "../../src/monitor/openWatchMemory.ts";
import type { WatchMemory } from "../../src/monitor/watchMemory.ts";
import { aSnapshot, testNow } from "../support/builders.ts";
import { aBrowser, databaseName, onDisk, openHistory, request } from "./history/openHistory.ts";
import { aRead } from "./history/reads.ts";

vi.mock("../../src/monitor/openWatchMemory.ts", { spy: true });
beforeEach(() => void aBrowser());
afterEach(async () => {
  // Pages that have ended close what they opened.
  await new Promise((resolve) => setTimeout(resolve));
  vi.mocked(opening.openWatchMemory).mockReset();
  vi.unstubAllGlobals();
});

/** A page of this browser, and its history once that is open. */
function aPage(settings: { persist?: boolean } = {}) {
  let resolve: (memory: WatchMemory) => void = () => undefined;
  const opened = new Promise<WatchMemory>((done) => {
    resolve = done;
  });
  const opener = createMemoryOpener(
    {
      tenantKey: "tenant",
      accountKey: "account",
      settings: { persist: true, days: 90, ...settings },
      poll: defaultPollSettings,
      clock: () => testNow,
    },
    (memory) => memory !== "missing" && resolve(memory),
  );
  return { ...opener.recorder, opened, end: opener.begin() };
}

/** One whose history never comes: what a page is in its first moments, or without a network. */
function aPageWithoutHistory(settings?: { persist?: boolean }) {
  vi.mocked(opening.openWatchMemory).mockReturnValueOnce(new Promise(() => undefined));
  return aPage(settings);
}

function sent(id: string, attempted: number): VppToken {
  const vppToken = parseVppToken({
    id,
    tokenActionResults: [
      {
        "@odata.type": "#microsoft.graph.vppTokenRevokeLicensesActionResult",
        actionName: "revokeLicenses",
        actionState: "active",
        startDateTime: new Date(testNow).toISOString(),
        totalLicensesCount: attempted,
      },
    ],
  });
  if (isUnreadable(vppToken)) throw new Error("The test's own token is unreadable");
  return vppToken;
}

async function attemptsIn({ history }: Pick<WatchMemory, "history">): Promise<readonly unknown[]> {
  const revocations = [...history.getState().memory.tokens.values()].flatMap((token) => token.revocations);
  const seen = await Promise.all(revocations.map(({ identity }) => history.observationsOf(identity)));
  return seen.map((observations) => observations.map(({ attempted }) => attempted));
}

const partOf = (...tokens: VppToken[]) => aSnapshot(tokens, { isComplete: false });
const earlyIds = async () =>
  ((await onDisk()).early as { items: { id: string }[] }[]).map(({ items }) => items.map(({ id }) => id));

describe("a page's first read", () => {
  it("is on disk before it is shown, each VPP token once, although the history is not there", async () => {
    const page = aPageWithoutHistory();
    const [first, second, third] = [sent("a", 1), sent("b", 2), sent("c", 3)];
    await page.recordPart(partOf(first), testNow);
    expect(await earlyIds()).toEqual([["a"]]);
    await page.recordPart(partOf(first, second), testNow);
    await page.record(aRead(0, [first, second, third]));
    expect(await earlyIds()).toEqual([["a"], ["b"], ["c"]]);
    page.end();
  });

  it("is taken over once by the history, which lets those records go", async () => {
    const page = aPage();
    const [first, second] = [sent("a", 1), sent("b", 2)];
    await page.recordPart(partOf(first), testNow);
    await page.record(aRead(0, [first, second]));
    const memory = await page.opened;
    await page.record(aRead(10, [first, sent("b", 3)]));
    expect(await attemptsIn(memory)).toEqual([[1], [2, 3]]);
    expect(await earlyIds()).toEqual([]);
    page.end();
  });

  it("is not lost when the page ends before its history is open", async () => {
    const before = await openHistory();
    await before.record(aRead(-100, [sent("a", 1)]));
    before.close();
    const killed = aPage();
    await killed.recordPart(partOf(sent("a", 2), sent("b", 20)), testNow);
    killed.end();
    const page = aPage();
    await page.record(aRead(60, [sent("a", 3), sent("b", 20)]));
    const memory = await page.opened;
    await page.record(aRead(70, [sent("a", 4), sent("b", 20)]));
    expect(await attemptsIn(memory)).toEqual([[1, 2, 3, 4], [20]]);
    expect(await earlyIds()).toEqual([]);
    page.end();
    const later = await openHistory();
    const { spans } = later.getState().memory;
    expect(spans.map(({ from, to }) => [from - testNow, to - testNow])).toEqual([
      [-100_000, -100_000],
      [0, 0],
      [60_000, 70_000],
    ]);
    later.close();
  });

  it.each([true, false])(
    "is not lost when it broke off, and said something else then: stored %s",
    async (persist) => {
      const page = aPage({ persist });
      await page.recordPart(partOf(sent("a", 1)), testNow);
      await page.record(aRead(10, [sent("a", 2)]));
      const memory = await page.opened;
      await page.record(aRead(20, [sent("a", 3)]));
      expect(await attemptsIn(memory)).toEqual([[1, 2, 3]]);
      page.end();
    },
  );

  it("opens no history for a page that has ended", async () => {
    const page = aPage();
    await page.record(aRead(0, [sent("a", 1)]));
    page.end();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(opening.openWatchMemory).not.toHaveBeenCalled();
    expect(await earlyIds()).toEqual([["a"]]);
  });

  it("comes in its place where another page has gone on meanwhile", async () => {
    const killed = aPage();
    await killed.recordPart(partOf(sent("a", 1)), testNow);
    killed.end();
    const other = await openHistory({ isRepeated: () => true });
    await other.record(aRead(60, [sent("a", 2)]));
    other.close();
    const later = await openHistory();
    const { identity } = [...later.getState().memory.tokens.values()][0]?.revocations[0] ?? {};
    const seen = identity && (await later.observationsOf(identity));
    expect(seen?.map(({ attempted }) => attempted)).toEqual([1, 2]);
    later.close();
  });

  it("is the history's once another tab's has been taken in", async () => {
    const page = aPage();
    const part = page.recordPart(partOf(sent("a", 1)), testNow);
    await page.follow(aRead(0, [sent("a", 1)]));
    await part;
    await page.record(aRead(10, [sent("a", 2)]));
    const { tokens } = await onDisk();
    expect(tokens).toMatchObject([{ revocations: [{ result: { totalLicensesCount: 2 } }] }]);
    page.end();
  });

  it("is let go where nobody can understand it", async () => {
    const page = aPage();
    await page.recordPart(partOf(sent("a", 1)), testNow);
    page.end();
    const database = await request(indexedDB.open(databaseName));
    const early = database.transaction("early", "readwrite").objectStore("early");
    await request(early.clear());
    await request(early.add({ readAt: "yesterday", items: "?" }));
    database.close();
    const history = await openHistory();
    await history.record(aRead(10, [sent("a", 2)]));
    expect((await onDisk()).early).toEqual([]);
    history.close();
  });

  it("is erased with the history", async () => {
    const killed = aPage();
    await killed.recordPart(partOf(sent("a", 1)), testNow);
    killed.end();
    const history = await openHistory();
    expect(await history.erase()).toBe(true);
    expect(await earlyIds()).toEqual([]);
    history.close();
  });

  it("is written by the history where the database is of an older version", async () => {
    const opened = indexedDB.open(databaseName, 2);
    opened.onupgradeneeded = () => {
      const { result } = opened;
      result.createObjectStore("tokens");
      result.createObjectStore("observations", { keyPath: ["key", "order"] }).createIndex("seenAt", "seenAt");
      result.createObjectStore("spans", { keyPath: "from" });
      result.createObjectStore("meta");
    };
    (await request(opened)).close();
    const page = aPage();
    await page.recordPart(partOf(sent("a", 1)), testNow);
    const { tokens, early } = await onDisk();
    expect([tokens?.length, early]).toEqual([1, []]);
    expect(await attemptsIn(await page.opened)).toEqual([[1]]);
    page.end();
  });

  it.each<[string, { persist?: boolean }, () => void]>([
    ["where nothing is to be kept", { persist: false }, () => undefined],
    ["where there is no IndexedDB", {}, () => vi.stubGlobal("indexedDB", undefined)],
    ["where it is not allowed", {}, () => refuse("SecurityError")],
    ["when a newer version wrote the database", {}, () => refuse("VersionError")],
  ])("is shown without being written %s", async (_, settings, spoil) => {
    spoil();
    const page = aPageWithoutHistory(settings);
    await expect(page.recordPart(partOf(sent("a", 1)), testNow)).resolves.toBeUndefined();
    await expect(page.record(aRead(0, [sent("a", 1)]))).resolves.toBeUndefined();
    page.end();
  });

  it("leaves no database behind where nothing is to be kept", async () => {
    const page = aPageWithoutHistory({ persist: false });
    await page.record(aRead(0, [sent("a", 1)]));
    expect(await indexedDB.databases()).toEqual([]);
    page.end();
  });

  it.each([
    ["many VPP tokens", 21, 100],
    ["a few", 1, 105],
  ])("is kept within bounds where no history ever opens: %s", async (_, size, most) => {
    for (let start = 0; start < 105; start += 1) {
      const page = aPage();
      const tokens = Array.from({ length: size }, (__, index) => sent(`${index}`, start));
      await page.recordPart(partOf(...tokens), testNow);
      page.end();
    }
    expect(await earlyIds()).toHaveLength(most);
  });
});

describe("while the history's code cannot be loaded", () => {
  const failToLoad = (times: number) => {
    for (let time = 0; time < times; time += 1)
      vi.mocked(opening.openWatchMemory).mockRejectedValueOnce(new TypeError("Failed to fetch"));
  };

  it("every read is on disk before it is shown", async () => {
    failToLoad(3);
    const page = aPage();
    const same = sent("b", 20);
    await page.record(aRead(0, [sent("a", 1), same]));
    await page.record(aRead(10, [sent("a", 2), same]));
    await page.record(aRead(20, [sent("a", 3), same]));
    expect(await earlyIds()).toEqual([["a", "b"], ["a"], ["a"]]);
    page.end();
    const later = await openHistory();
    expect(await attemptsIn({ history: later })).toEqual([[1, 2, 3], [20]]);
    later.close();
  });

  it("nothing is recorded twice or turned round when it comes at last", async () => {
    failToLoad(2);
    const page = aPage();
    await page.record(aRead(0, [sent("a", 1)]));
    await page.record(aRead(10, [sent("a", 2)]));
    const opened = page.record(aRead(20, [sent("a", 3)]));
    const memory = await page.opened;
    await opened;
    await page.record(aRead(30, [sent("a", 4)]));
    expect(await attemptsIn(memory)).toEqual([[1, 2, 3, 4]]);
    expect(await earlyIds()).toEqual([]);
    page.end();
  });

  it("what a leader has written comes from the disk", async () => {
    const leader = await openHistory();
    failToLoad(2);
    const page = aPage();
    for (const count of [1, 2, 3]) {
      await leader.record(aRead(count, [sent("a", count)]));
      await page.follow(aRead(count, [sent("a", count)]));
    }
    expect(await attemptsIn(await page.opened)).toEqual([[1, 2, 3]]);
    page.end();
    leader.close();
  });
});

function refuse(name: string): void {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("no", name);
  });
}
