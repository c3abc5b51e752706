import {
  type DBSchema,
  deleteDB,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
  unwrap,
} from "idb";
import type { EarlyRead } from "./earlyReads.ts";
import { createEarly, createStores, schemaVersion } from "./historyStores.ts";
import type { Observation } from "./observation.ts";
import type { RememberedToken } from "./remembered.ts";
import { inTime, StorageProblem, type StorageTrouble } from "./storageProblem.ts";
import type { WatchedSpan } from "./watchedSpans.ts";

export interface HistorySchema extends DBSchema {
  /**
   * One record a VPP token with all of its revocations: a large tenant is 3,000 records, not 30,000. The key stands
   * beside the record: to find it inside, a browser makes the whole record once more with each write.
   */
  tokens: { key: string; value: RememberedToken };
  /** What something newer has followed; the last observation of each revocation stands with its VPP token. */
  observations: { key: [key: string, order: number]; value: Observation; indexes: { seenAt: number } };
  spans: { key: number; value: WatchedSpan };
  /** `revision` rises with every write, so that a page learns that another one has written. */
  meta: { key: "revision" | "fullReadAt" | "lastLookedAt" | "newsSince"; value: number };
  /** What was read before there was a history to take it in: see `EarlyWriter`. */
  early: { key: number; value: EarlyRead };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** Some browsers never answer while another page holds the database. */
const longestOpenMs = 5_000;
/** Another page that holds it lets go as soon as it has ended what it was writing. */
const longestDeleteMs = 2_000;

/** The open database, or why there is none. `onLost`: it has closed by itself, or has to be closed for another page. */
export async function openHistoryDatabase(
  name: string,
  onLost: (trouble: StorageTrouble) => void,
): Promise<HistoryDatabase | StorageTrouble> {
  const opening = open(name, onLost);
  const given = await inTime(opening, longestOpenMs).catch(openTroubleOf);
  // A database that comes too late would only stand in another page's way.
  if (given === "blocked") opening.then((late) => late.close()).catch(() => undefined);
  return given;
}

/** `false` while another page holds on to it. */
export async function deleteHistoryDatabase(name: string): Promise<boolean> {
  if (globalThis.indexedDB === undefined) return true;
  return inTime(deleteDB(name), longestDeleteMs).then(
    () => true,
    () => false,
  );
}

/** Where the browser does not tell its databases, there may be one. */
export async function hasHistoryDatabase(name: string): Promise<boolean> {
  if (globalThis.indexedDB === undefined) return false;
  try {
    return (await indexedDB.databases()).some((one) => one.name === name);
  } catch {
    return true;
  }
}

async function open(name: string, onLost: (trouble: StorageTrouble) => void): Promise<HistoryDatabase> {
  if (globalThis.indexedDB === undefined) throw new StorageProblem("missing");
  return openDB<HistorySchema>(name, schemaVersion, {
    async upgrade(database, oldVersion, _, upgrade) {
      if (oldVersion === 0) return createStores(unwrap(database));
      if (oldVersion === 1) await takeKeysOut(database, upgrade);
      createEarly(unwrap(database));
    },
    blocking: (_, newVersion) => onLost(newVersion === null ? "failed" : "newerVersion"),
    terminated: () => onLost("failed"),
  });
}

type Upgrade = IDBPTransaction<HistorySchema, StoreNames<HistorySchema>[], "versionchange">;

/** All or nothing: what goes wrong on the way leaves the earlier version as it was. */
async function takeKeysOut(database: HistoryDatabase, upgrade: Upgrade): Promise<void> {
  const kept = await upgrade.objectStore("tokens").getAll();
  database.deleteObjectStore("tokens");
  const tokens = database.createObjectStore("tokens");
  await Promise.all(kept.map((token) => tokens.put(token, token.id)));
}

const troubleByName: Readonly<Record<string, StorageTrouble>> = {
  QuotaExceededError: "full",
  VersionError: "newerVersion",
  SecurityError: "denied",
};

/** Source: https://developer.mozilla.org/docs/Web/API/IndexedDB_API/Using_IndexedDB */
export function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof StorageProblem) return error.trouble;
  // A DOMException may come from another realm, so only its name is asked.
  const name = (error as { readonly name?: unknown } | null | undefined)?.name;
  return (typeof name === "string" && troubleByName[name]) || "failed";
}

/**
 * Firefox names it `InvalidStateError` when a private window has no IndexedDB. Chromium calls it unknown where somebody
 * forbade this site to keep anything, and then refuses the simpler stores plainly.
 */
function openTroubleOf(error: unknown): StorageTrouble {
  const name = error instanceof DOMException ? error.name : "";
  const isDenied = name === "InvalidStateError" || (name === "UnknownError" && isStorageRefused());
  return isDenied ? "denied" : troubleOf(error);
}

function isStorageRefused(): boolean {
  try {
    return globalThis.localStorage === null;
  } catch {
    return true;
  }
}
