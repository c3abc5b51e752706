import type { VppToken } from "../../domain/vppToken.ts";
import type { EarlyRead } from "./earlyReads.ts";
import { createStores, schemaVersion } from "./historyStores.ts";
import { inTime } from "./storageProblem.ts";

/**
 * Writes what a page reads first, so that it is on disk before it is shown although the history is not there yet: that
 * takes it over when it opens, in this page or in a later one. Without a library: this is loaded before the first row.
 */
export interface EarlyWriter {
  /** Beforehand, so that the first row need not wait for it. */
  readonly open: () => void;
  /**
   * Resolves when they are on disk (`written`) or cannot be (`failed`). `older`: the history itself has to write them,
   * for the database is of an older version. What was written before is not written again.
   */
  readonly write: (tokens: readonly VppToken[], readAt: number) => Promise<"written" | "failed" | "older">;
  /** Keys of those records that say nothing but what `tokens` says too. */
  readonly repeatedBy: (tokens: readonly VppToken[]) => readonly number[];
  /** Lets go of the database, and of all that was written. */
  readonly close: () => void;
}

/** The first row waits no longer for a disk that does not answer. */
const longestMs = 2_000;
/** They go when a history opens; where none ever does, no more are kept: of a few VPP tokens each, and of many. */
const mostRecords = { small: 1_000, large: 100 } as const;
const fewTokens = 20;

export function createEarlyWriter(databaseName: string): EarlyWriter {
  let opening: Promise<IDBDatabase> | null = null;
  const written = new Map<VppToken, number>();

  function open(): Promise<IDBDatabase> {
    opening ??= openDatabase(databaseName);
    opening.catch(() => undefined);
    return opening;
  }

  async function add(tokens: readonly VppToken[], readAt: number): Promise<void> {
    const database = await open();
    const key = await addRecord(database, { readAt, items: tokens.map(({ raw }) => raw) });
    for (const vppToken of tokens) written.set(vppToken, key);
  }

  return {
    open,
    async write(tokens, readAt) {
      const fresh = tokens.filter((vppToken) => !written.has(vppToken));
      if (fresh.length === 0) return "written";
      return inTime(add(fresh, readAt), longestMs).then(
        () => "written",
        (error: unknown) => (isOlderVersion(error) ? "older" : "failed"),
      );
    },
    repeatedBy(tokens) {
      const said = new Set(tokens);
      const keys = new Set(written.values());
      for (const [vppToken, key] of written) if (!said.has(vppToken)) keys.delete(key);
      return [...keys];
    },
    close() {
      opening?.then((database) => database.close()).catch(() => undefined);
      opening = null;
      written.clear();
    },
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, schemaVersion);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) createStores(request.result);
      else request.transaction?.abort();
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { result } = request;
      result.onversionchange = () => result.close();
      resolve(result);
    };
  });
}

/** On disk when it resolves. */
function addRecord(database: IDBDatabase, record: EarlyRead): Promise<number> {
  return new Promise((resolve, reject) => {
    const write = database.transaction("early", "readwrite", { durability: "strict" });
    const early = write.objectStore("early");
    const count = early.count();
    count.onsuccess = () => {
      const most = record.items.length > fewTokens ? mostRecords.large : mostRecords.small;
      if (count.result >= most) return write.abort();
      const added = early.add(record);
      added.onsuccess = () => {
        write.oncomplete = () => resolve(Number(added.result));
      };
    };
    write.onabort = () => reject(write.error);
  });
}

/** What the upgrade above ends with. */
function isOlderVersion(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
