import * as fake from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { History } from "../../../src/monitor/history/history.ts";
import { noChange } from "../../../src/monitor/history/historyMemory.ts";
import { openHistoryStore } from "../../../src/monitor/history/historyStore.ts";
import { testNow } from "../../support/builders.ts";
import { failedCounts, failing } from "./failedCounts.ts";
import { aBrowser, databaseName, onDisk, openHistory, request } from "./openHistory.ts";
import { aRead, rememberedIn, withResult } from "./reads.ts";

const inMemory = (because: string) => ({ kind: "memory", because });

beforeEach(() => void aBrowser());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Everything that a history promises, without a disk. */
async function expectToRemember(history: History) {
  for (const count of [1, 2, 3]) await history.record(aRead(count, failing(count)));
  expect(await failedCounts(history)).toEqual([1, 2, 3]);
  await history.look();
  expect(history.getState().looking).toEqual({ lastAt: testNow, newsSince: null });
  await history.reload();
  expect(await failedCounts(history)).toEqual([1, 2, 3]);
}

describe("without a disk", () => {
  it.each<[string, () => void, string, boolean]>([
    ["when switched off", () => undefined, "turnedOff", false],
    ["where there is no IndexedDB", () => vi.stubGlobal("indexedDB", undefined), "missing", true],
    ["where it is not allowed", () => aBrowser(refusing("SecurityError")), "denied", true],
    ["in a private window", () => aBrowser(refusing("InvalidStateError")), "denied", true],
    ["where the site may keep nothing", () => forbidden(), "denied", true],
    ["when the database is damaged", () => aBrowser(refusing("UnknownError")), "failed", true],
    ["when there is no room to open", () => aBrowser(refusing("QuotaExceededError")), "full", true],
  ])("remembers in memory %s", async (_, arrange, because, persist) => {
    arrange();
    const history = await openHistory({ settings: { persist, days: 90 } });
    expect(history.getState().storage).toEqual(inMemory(because));
    await expectToRemember(history);
    expect(history.getState().storage).toEqual(inMemory(because));
  });

  it("keeps nothing of an account that nobody has named", async () => {
    const settings = { persist: true, days: 90, isAccountUnknown: true };
    const history = await openHistory({ settings });
    await expectToRemember(history);
    expect(history.getState().storage).toEqual(inMemory("unknownAccount"));
    history.close();
    expect(rememberedIn((await openHistory({ settings })).getState().memory)).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it("moves nothing but memory when a start becomes real", async () => {
    const history = await openHistory({ settings: { persist: false, days: 90 } });
    await history.record(aRead(0, withResult({ startedAt: "never", failedLicensesCount: 1 })));
    await history.record(aRead(10, withResult({ startedAt: "never", failedLicensesCount: 2 })));
    await history.record(aRead(20, failing(3)));
    expect(await failedCounts(history)).toEqual([1, 2, 3]);
  });

  it("keeps within bounds", async () => {
    const settings = { persist: false, days: 90 };
    let now = testNow;
    const history = await openHistory({ settings, mostObservations: 5, clock: () => now });
    for (let count = 0; count < 20; count += 1) {
      now += 3_600_000;
      await history.record(aRead(count * 3_600, failing(count)));
    }
    expect((await failedCounts(history)).slice(-3)).toEqual([17, 18, 19]);
    expect((await failedCounts(history)).length).toBeLessThanOrEqual(6);
  });

  it("erases what an earlier setting left on disk", async () => {
    const before = await openHistory();
    await before.record(aRead(0));
    before.close();
    const history = await openHistory({ settings: { persist: false, days: 90 } });
    expect(rememberedIn(history.getState().memory)).toEqual([]);
    expect(await history.erase()).toBe(true);
    expect(await indexedDB.databases()).toEqual([]);
  });
});

describe("a disk that fails", () => {
  it("keeps everything when it is full, and writes it later", async () => {
    let now = testNow;
    const history = await openHistory({ clock: () => now });
    await history.record(aRead(0, failing(1)));
    const disk = failingWrites("QuotaExceededError");
    expect(await history.record(aRead(10, failing(2)))).toHaveLength(1);
    expect(history.getState().storage).toEqual(inMemory("full"));
    await history.record(aRead(20, failing(3)));
    expect(await failedCounts(history)).toEqual([1, 2, 3]);
    disk.mockRestore();
    now += 60_000;
    await history.record(aRead(30, failing(4)));
    expect(history.getState().storage).toEqual({ kind: "persistent" });
    expect(await failedCounts(await openHistory())).toEqual([1, 2, 3, 4]);
  });

  it("writes at once beside what another page wrote meanwhile", async () => {
    let now = testNow;
    const [other, history] = [await openHistory(), await openHistory({ clock: () => now++ })];
    const disk = failingWrites("QuotaExceededError");
    await history.record(aRead(0, failing(1)));
    disk.mockRestore();
    await other.record(aRead(10, failing(2)));
    now += 60_000;
    await history.record(aRead(20, failing(3)));
    expect(history.getState().storage).toEqual({ kind: "persistent" });
    expect(await failedCounts(await openHistory())).toEqual([1, 2, 3]);
  });

  it("does not ask a full disk at every read", async () => {
    let now = testNow;
    const history = await openHistory({ clock: () => now });
    const disk = failingWrites("QuotaExceededError");
    await history.record(aRead(0, failing(1)));
    const asked = disk.mock.calls.length;
    now += 59_000;
    await history.record(aRead(59, failing(2)));
    expect(disk.mock.calls.length).toBe(asked);
    now += 1_000;
    await history.record(aRead(60, failing(3)));
    expect(disk.mock.calls.length).toBeGreaterThan(asked);
  });

  it("asks again at once when the clock was set back", async () => {
    let now = testNow;
    const history = await openHistory({ clock: () => now });
    const disk = failingWrites("QuotaExceededError");
    await history.record(aRead(0, failing(1)));
    disk.mockRestore();
    now -= 3_600_000;
    await history.record(aRead(10, failing(2)));
    expect(history.getState().storage).toEqual({ kind: "persistent" });
  });

  it("holds one span for one stretch of reads", async () => {
    const store = await openHistoryStore(databaseName, "turnedOff");
    for (let to = 0; to < 10; to += 1) {
      await store.write({ ...noChange, spans: [{ from: 0, to, pauseMs: 1 }] }, testNow);
    }
    expect(store.unwritten().spans).toEqual([{ from: 0, to: 9, pauseMs: 1 }]);
  });

  it("leaves nothing half written", async () => {
    const history = await openHistory();
    await history.record(aRead(0, failing(1)));
    const before = await onDisk();
    failingWrites("UnknownError", 2);
    await history.record(aRead(10, failing(2)));
    expect(await onDisk()).toEqual(before);
  });

  it("opens anew what the browser closed", async () => {
    let now = testNow;
    const history = await openHistory({ clock: () => now });
    await history.record(aRead(0, failing(1)));
    now += 60_000;
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(() => {
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    });
    await history.record(aRead(10, failing(2)));
    expect(history.getState().storage).toEqual(inMemory("failed"));
    now += 60_000;
    await history.record(aRead(20, failing(3)));
    expect(history.getState().storage).toEqual({ kind: "persistent" });
    expect(await failedCounts(await openHistory())).toEqual([1, 2, 3]);
  });

  it("brings together what was on disk and what could not be written", async () => {
    let now = testNow;
    const other = await openHistory();
    await other.record(aRead(0, failing(1)));
    const factory = aBrowser(refusing("UnknownError", indexedDB));
    const history = await openHistory({ clock: () => now });
    await history.record(aRead(10, failing(2)));
    expect(await failedCounts(history)).toEqual([2]);
    vi.stubGlobal("indexedDB", factory);
    now += 60_000;
    vi.restoreAllMocks();
    await history.record(aRead(20, failing(3)));
    expect(history.getState().storage).toEqual({ kind: "persistent" });
    expect(await failedCounts(history)).toEqual([1, 2, 3]);
    expect(await failedCounts(await openHistory())).toEqual([1, 2, 3]);
  });

  it("is given up when it never answers", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const never = new fake.IDBFactory();
    vi.spyOn(never, "open").mockReturnValue(new fake.IDBOpenDBRequest());
    aBrowser(never);
    const opening = openHistory();
    await vi.advanceTimersByTimeAsync(5_000);
    const history = await opening;
    expect(history.getState().storage).toEqual(inMemory("blocked"));
  });

  it("is left alone when a newer version wrote it", async () => {
    (await request(indexedDB.open(databaseName, 99))).close();
    const history = await openHistory();
    expect(history.getState().storage).toEqual(inMemory("newerVersion"));
    await expectToRemember(history);
  });

  it("makes way for a newer version", async () => {
    const history = await openHistory();
    await history.record(aRead(0, failing(1)));
    const newer = await request(indexedDB.open(databaseName, 99));
    await history.record(aRead(10, failing(2)));
    expect(history.getState().storage).toEqual(inMemory("newerVersion"));
    expect(rememberedIn(history.getState().memory)).toHaveLength(1);
    newer.close();
  });

  it("takes over all that version 1 has stored", async () => {
    const before = await openHistory();
    await before.record(aRead(0, failing(1)));
    await before.record(aRead(10, failing(2)));
    before.close();
    const stored = await onDisk();
    aBrowser();
    await storeAsVersion1(stored);
    const history = await openHistory();
    expect(history.getState().storage).toEqual({ kind: "persistent" });
    expect(await failedCounts(history)).toEqual([1, 2]);
    expect(await onDisk()).toEqual(stored);
    await history.record(aRead(20, failing(3)));
    expect(await failedCounts(history)).toEqual([1, 2, 3]);
    expect((await onDisk()).tokens).toEqual([...history.getState().memory.tokens.values()]);
  });

  it("leaves aside records that nobody understands", async () => {
    const before = await openHistory();
    await before.record(aRead(0));
    before.close();
    const database = await request(indexedDB.open(databaseName));
    const write = database.transaction(["tokens", "spans"], "readwrite");
    write.objectStore("tokens").put({ id: "damaged", revocations: "?" }, "damaged");
    await request(write.objectStore("spans").put({ from: "yesterday" }));
    database.close();
    const { memory, storage } = (await openHistory()).getState();
    expect([[...memory.tokens.keys()], memory.spans.length, storage.kind]).toEqual([
      ["token-1"],
      1,
      "persistent",
    ]);
  });
});

/** Records of `onDisk` as the first version kept them. */
async function storeAsVersion1(stored: Record<string, readonly unknown[]>): Promise<void> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    const { result } = opening;
    result.createObjectStore("tokens", { keyPath: "id" });
    result.createObjectStore("observations", { keyPath: ["key", "order"] }).createIndex("seenAt", "seenAt");
    result.createObjectStore("spans", { keyPath: "from" });
    result.createObjectStore("meta");
  };
  const database = await request(opening);
  const write = database.transaction(["tokens", "observations", "spans", "meta"], "readwrite");
  for (const name of ["tokens", "observations", "spans"] as const)
    for (const record of stored[name] ?? []) write.objectStore(name).put(record);
  const keys = ["fullReadAt", "revision"];
  const written = (stored.meta ?? []).map((value, index) =>
    request(write.objectStore("meta").put(value, keys[index])),
  );
  await Promise.all(written);
  database.close();
}

/** As Chromium does where somebody blocks the site's data. */
function forbidden(): void {
  aBrowser(refusing("UnknownError"));
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  vi.stubGlobal("localStorage", undefined);
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: refuse });
}

/** A browser that answers every opening with this error. */
function refusing(name: string, factory: IDBFactory = new fake.IDBFactory()): IDBFactory {
  vi.spyOn(factory, "open").mockImplementation(() => {
    throw new DOMException("no", name);
  });
  return factory;
}

/** A disk on which writing fails, after `afterPuts` records. */
function failingWrites(name: string, afterPuts = 0) {
  const put = IDBObjectStore.prototype.put;
  let puts = 0;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    ...record
  ) {
    puts += 1;
    if (puts > afterPuts) throw new DOMException("no", name);
    return put.apply(this, record);
  });
}
