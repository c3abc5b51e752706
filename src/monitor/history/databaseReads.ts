import * as v from "valibot";
import { keysOf } from "./databaseWrites.ts";
import type { EarlyRead } from "./earlyReads.ts";
import type { HistoryDatabase } from "./historyDatabase.ts";
import { earlyReadSchema, observationSchema, rememberedTokenSchema, spanSchema } from "./historySchemas.ts";
import type { Looking } from "./looking.ts";
import type { Observation } from "./observation.ts";
import type { RememberedToken } from "./remembered.ts";
import type { WatchedSpan } from "./watchedSpans.ts";

/** All that is kept at hand, and what another page could have changed since. */
export interface StoredHistory {
  readonly tokens: readonly RememberedToken[];
  readonly spans: readonly WatchedSpan[];
  readonly fullReadAt: number | null;
  readonly looking: Looking | null;
  readonly revision: number;
  /** By their keys, oldest first; `null`: cannot be understood. */
  readonly early: ReadonlyMap<number, EarlyRead | null>;
}

/** Records read and checked in one task, a few milliseconds of a large tenant. */
const recordsPerTask = 100;

/**
 * Everything in one state: no write comes in between. Records that cannot be understood are left aside.
 * `isRepeated`: an early read that is going to be recorded once more.
 */
export async function readHistory(
  database: HistoryDatabase,
  isRepeated: (earlyKey: number) => boolean,
): Promise<StoredHistory> {
  const read = database.transaction(["tokens", "spans", "meta", "early"], "readonly");
  const meta = read.objectStore("meta");
  const tokens: RememberedToken[] = [];
  let range: IDBKeyRange | null = null;
  for (let isMore = true; isMore; ) {
    const store = read.objectStore("tokens");
    const [records, keys]: [readonly unknown[], readonly string[]] = await Promise.all([
      store.getAll(range, recordsPerTask),
      store.getAllKeys(range, recordsPerTask),
    ]);
    tokens.push(...records.filter((record) => v.is(rememberedTokenSchema, record)));
    const last = keys.at(-1);
    isMore = keys.length === recordsPerTask && last !== undefined;
    if (last !== undefined) range = IDBKeyRange.lowerBound(last, true);
  }
  const spans: readonly unknown[] = await read.objectStore("spans").getAll();
  const early = new Map<number, EarlyRead | null>();
  for (const key of await read.objectStore("early").getAllKeys()) {
    if (isRepeated(key)) continue;
    const record: unknown = await read.objectStore("early").get(key);
    early.set(key, v.is(earlyReadSchema, record) ? record : null);
  }
  return {
    tokens,
    spans: spans.filter((span) => v.is(spanSchema, span)),
    fullReadAt: (await meta.get("fullReadAt")) ?? null,
    looking: lookingOf(await meta.get("lastLookedAt"), await meta.get("newsSince")),
    revision: (await meta.get("revision")) ?? 0,
    early,
  };
}

function lookingOf(lastAt: number | undefined, newsSince: number | undefined): Looking | null {
  return lastAt === undefined ? null : { lastAt, newsSince: newsSince ?? null };
}

/** Earlier observations of one revocation, or of all of them. */
export async function readObservations(
  database: HistoryDatabase,
  key: string | null,
): Promise<readonly Observation[]> {
  const records: readonly unknown[] = await database.getAll(
    "observations",
    key === null ? null : keysOf(key),
  );
  return records.filter((record) => v.is(observationSchema, record));
}

/** It differs after each write. */
export async function readRevision(database: HistoryDatabase): Promise<number> {
  return (await database.get("meta", "revision")) ?? 0;
}
