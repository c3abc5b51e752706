import type { IDBPTransaction } from "idb";
import type { HistoryDatabase, HistorySchema } from "./historyDatabase.ts";
import type { Continuation, HistoryChange } from "./historyMemory.ts";
import type { Looking } from "./looking.ts";
import type { RememberedToken } from "./remembered.ts";
import { firstToGo, type ObservationBounds } from "./retention.ts";

const stores = ["tokens", "observations", "spans", "meta", "early"] as const;
type Write = IDBPTransaction<HistorySchema, typeof stores, "readwrite">;

/** Their answers are awaited before the next ones, so that a first read of a large tenant stays smooth. */
const recordsPerTask = 100;

/**
 * Writes a change in one transaction, on disk when it resolves. `false`, with nothing written, when another page has
 * written since `revision`.
 */
export async function writeChange(
  database: HistoryDatabase,
  change: HistoryChange,
  revision: number,
): Promise<boolean> {
  const isNews = change.tokens.size > 0 || change.observations.length > 0;
  return inTransaction(database, isNews ? "strict" : "relaxed", async (write) => {
    const meta = write.objectStore("meta");
    if (((await meta.get("revision")) ?? 0) !== revision) return false;
    const observations = write.objectStore("observations");
    for (const continued of change.continued) await moveObservations(write, continued);
    await inTasks(change.forgotten, (key) => observations.delete(keysOf(key)));
    await inTasks(change.observations, (observation) => observations.put(observation));
    await inTasks([...change.tokens.values()], (token) => putToken(write, token));
    await inTasks(change.spans, (span) => write.objectStore("spans").put(span));
    await inTasks(change.early, (key) => write.objectStore("early").delete(key));
    if (change.fullReadAt !== null) await meta.put(change.fullReadAt, "fullReadAt");
    await meta.put(revision + 1, "revision");
    return true;
  });
}

/** Resolves to the revision of the empty history: it differs from every earlier one, so that other pages notice. */
export async function eraseAll(database: HistoryDatabase): Promise<number> {
  return inTransaction(database, "strict", async (write) => {
    const meta = write.objectStore("meta");
    const revision = ((await meta.get("revision")) ?? 0) + 1;
    await Promise.all(stores.map((name) => write.objectStore(name).clear()));
    await meta.put(revision, "revision");
    return revision;
  });
}

/** No revision: nothing that was observed depends on it. */
export async function writeLooking(database: HistoryDatabase, { lastAt, newsSince }: Looking): Promise<void> {
  await inTransaction(database, "relaxed", async (write) => {
    const meta = write.objectStore("meta");
    await meta.put(lastAt, "lastLookedAt");
    if (newsSince !== null) await meta.put(newsSince, "newsSince");
  });
}

export async function removeSpansBefore(database: HistoryDatabase, cutoff: number): Promise<void> {
  await inTransaction(database, "relaxed", async (write) => {
    const spans = write.objectStore("spans");
    const ended = (await spans.getAll()).filter(({ to }) => to < cutoff);
    await inTasks(ended, ({ from }) => spans.delete(from));
  });
}

/** Removes what is out of bounds, of ended revocations first. */
export async function removeObservations(
  database: HistoryDatabase,
  bounds: ObservationBounds,
): Promise<void> {
  await inTransaction(database, "relaxed", async (write) => {
    const observations = write.objectStore("observations");
    const seenAt = observations.index("seenAt");
    const old = await seenAt.getAllKeys(IDBKeyRange.upperBound(bounds.cutoff, true));
    await inTasks(old, (key) => observations.delete(key));
    if ((await observations.count()) <= bounds.most) return;
    const oldestFirst = await seenAt.getAllKeys();
    await inTasks(
      firstToGo(oldestFirst, ([key]) => key, bounds),
      (key) => observations.delete(key),
    );
  });
}

/** Every observation of one key. */
export function keysOf(key: string): IDBKeyRange {
  return IDBKeyRange.bound([key, Number.NEGATIVE_INFINITY], [key, Number.POSITIVE_INFINITY]);
}

/** All or nothing: whatever goes wrong takes back what was written, and is what the promise rejects with. */
async function inTransaction<Result>(
  database: HistoryDatabase,
  durability: "strict" | "relaxed",
  work: (write: Write) => Promise<Result>,
): Promise<Result> {
  const write = database.transaction(stores, "readwrite", { durability });
  write.done.catch(() => undefined);
  try {
    const result = await work(write);
    await write.done;
    return result;
  } catch (error) {
    abort(write);
    throw write.error ?? error;
  }
}

function abort(write: Write): void {
  try {
    write.abort();
  } catch {
    // It has ended by itself.
  }
}

async function inTasks<Item>(items: readonly Item[], write: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += recordsPerTask) {
    await Promise.all(items.slice(from, from + recordsPerTask).map(write));
  }
}

async function moveObservations(write: Write, { from, to }: Continuation): Promise<void> {
  const observations = write.objectStore("observations");
  const moving = await observations.getAll(keysOf(from));
  await inTasks(moving, (observation) => observations.put({ ...observation, key: to }));
  await observations.delete(keysOf(from));
}

function putToken(write: Write, token: RememberedToken): Promise<unknown> {
  const tokens = write.objectStore("tokens");
  return token.revocations.length === 0 ? tokens.delete(token.id) : tokens.put(token, token.id);
}
