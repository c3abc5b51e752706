import { readHistory, readObservations, readRevision, type StoredHistory } from "./databaseReads.ts";
import {
  eraseAll,
  removeObservations,
  removeSpansBefore,
  writeChange,
  writeLooking,
} from "./databaseWrites.ts";
import { createFollowedReads } from "./followedReads.ts";
import {
  deleteHistoryDatabase,
  type HistoryDatabase,
  openHistoryDatabase,
  troubleOf,
} from "./historyDatabase.ts";
import { type HistoryChange, joinChanges, noChange } from "./historyMemory.ts";
import type { Looking } from "./looking.ts";
import type { Observation } from "./observation.ts";
import type { ObservationBounds } from "./retention.ts";
import { inTime, type StorageTrouble } from "./storageProblem.ts";
import { asIfWritten, storedKeysOf, withinBounds } from "./unwritten.ts";

export type HistoryStorage =
  | { readonly kind: "persistent" }
  | { readonly kind: "memory"; readonly because: StorageTrouble };

/**
 * Where history is kept: the browser's database and, whenever that fails, memory. None of its promises rejects: what
 * cannot be written waits in memory, is read together with what was, and is tried again.
 */
export interface HistoryStore {
  readonly storage: () => HistoryStorage;
  /** What was recorded here and is not on disk. */
  readonly unwritten: () => HistoryChange;
  /** Puts in its place what it comes to beside what another page wrote. */
  readonly setUnwritten: (change: HistoryChange) => void;
  /** `null`: there is nothing to read from. */
  readonly load: (isRepeated: (earlyKey: number) => boolean) => Promise<StoredHistory | null>;
  /** On disk when it resolves, or kept in memory. `overtaken`: another page has written; load, then try again. */
  readonly write: (change: HistoryChange, now: number) => Promise<"written" | "kept" | "overtaken">;
  /** Keeps in memory what is to be written with the next change. */
  readonly keep: (change: HistoryChange) => "kept";
  /**
   * Keeps what another page has read, until the disk tells that this page or another has written since: then it is there.
   * `now`: epoch ms.
   */
  readonly follow: (change: HistoryChange, now: number) => Promise<void>;
  /** Earlier observations of a revocation (`null`: of all), in no order. */
  readonly past: (key: string | null) => Promise<readonly Observation[]>;
  /** `false`: there may be some on disk that `past` could not give. */
  readonly isWhole: () => boolean;
  /** Lets go of what is kept in memory and too old or too much. */
  readonly bound: (bounds: ObservationBounds) => void;
  readonly setLooking: (looking: Looking) => Promise<void>;
  readonly prune: (bounds: ObservationBounds) => Promise<void>;
  /** `false` when the browser did not let go of what is on disk. */
  readonly erase: () => Promise<boolean>;
  readonly close: () => void;
}

/** A page shows nothing that it has not written, so a disk that does not answer is given up. */
const longestWriteMs = 10_000;
const retryAfterMs = 60_000;
const hopeless: ReadonlySet<StorageTrouble> = new Set([
  ...(["turnedOff", "unknownAccount"] as const),
  ...(["missing", "denied", "newerVersion"] as const),
]);

/** `reason`: why nothing is to be kept; `null`: it is. */
export async function openHistoryStore(
  databaseName: string,
  reason: StorageTrouble | null,
): Promise<HistoryStore> {
  let database: HistoryDatabase | null = null;
  let trouble = reason;
  let retryAt = 0;
  let revision = 0;
  let unwritten = noChange;
  const followed = createFollowedReads();

  async function open(): Promise<void> {
    const given = await openHistoryDatabase(databaseName, lose);
    if (typeof given === "string") trouble = given;
    else database = given;
  }

  function lose(because: StorageTrouble): void {
    database?.close();
    database = null;
    trouble = because;
  }

  /** The work's result, or `otherwise` when the database is not there or fails. */
  async function attempt<Result>(
    work: (open: HistoryDatabase) => Promise<Result>,
    otherwise: Result,
  ): Promise<Result> {
    if (database === null) return otherwise;
    try {
      return await inTime(work(database), longestWriteMs);
    } catch (error) {
      const because = troubleOf(error);
      // A full disk can still be read; a connection that failed is opened anew.
      if (because === "full") trouble = because;
      else lose(because);
      return otherwise;
    }
  }

  function notOnDisk(): HistoryChange {
    return joinChanges(unwritten, followed.change());
  }

  function setUnwritten(change: HistoryChange): void {
    unwritten = change;
    followed.forget();
  }

  function isHopeless(): boolean {
    return trouble !== null && hopeless.has(trouble);
  }

  function keep(change: HistoryChange): "kept" {
    setUnwritten(joinChanges(notOnDisk(), change));
    return "kept";
  }

  async function follow(change: HistoryChange, now: number): Promise<void> {
    if (database === null && !isHopeless() && mayTryAgain(now)) await open();
    const isOnDisk = followed.take(change, await attempt(readRevision, null));
    if (isOnDisk && unwritten.tokens.size === 0 && unwritten.observations.length === 0) trouble = null;
  }

  /** At most once a minute. A clock that was set back must not postpone it. */
  function mayTryAgain(now: number): boolean {
    if (trouble !== null && now < retryAt && now > retryAt - retryAfterMs) return false;
    retryAt = now + retryAfterMs;
    return true;
  }

  async function write(change: HistoryChange, now: number): Promise<"written" | "kept" | "overtaken"> {
    if (isHopeless() || !mayTryAgain(now)) return keep(change);
    if (database === null) await open();
    const all = joinChanges(notOnDisk(), change);
    const isWritten = await attempt((opened) => writeChange(opened, all, revision), null);
    if (isWritten === null) return keep(change);
    if (!isWritten) {
      // The disk has answered, so the attempt that follows does not come too soon.
      retryAt = 0;
      return "overtaken";
    }
    setUnwritten(noChange);
    trouble = null;
    revision += 1;
    followed.know(revision);
    return "written";
  }

  async function load(isRepeated: (earlyKey: number) => boolean): Promise<StoredHistory | null> {
    const stored = await attempt((opened) => readHistory(opened, isRepeated), null);
    if (stored !== null) {
      ({ revision } = stored);
      followed.know(revision);
    }
    return stored;
  }

  async function past(key: string | null): Promise<readonly Observation[]> {
    if (database === null && !isHopeless()) await open();
    const unsaved = notOnDisk();
    const keys = key === null ? [null] : storedKeysOf(key, unsaved);
    const read = (opened: HistoryDatabase) => Promise.all(keys.map((one) => readObservations(opened, one)));
    return asIfWritten((await attempt(read, [])).flat(), unsaved, key);
  }

  function bound(bounds: ObservationBounds): void {
    unwritten = withinBounds(unwritten, bounds);
    followed.bound(bounds);
  }

  async function prune(bounds: ObservationBounds): Promise<void> {
    bound(bounds);
    await attempt(async (opened) => {
      await removeObservations(opened, bounds);
      await removeSpansBefore(opened, bounds.cutoff);
    }, undefined);
  }

  async function erase(): Promise<boolean> {
    setUnwritten(noChange);
    // A page of an earlier setting may have left one.
    if (database === null) return deleteHistoryDatabase(databaseName);
    const erased = await attempt(eraseAll, null);
    if (erased !== null) revision = erased;
    return erased !== null;
  }

  if (reason === null) await open();
  return {
    storage() {
      const because = trouble ?? (followed.isLeftUnwritten() ? "failed" : null);
      return because === null ? { kind: "persistent" } : { kind: "memory", because };
    },
    unwritten: notOnDisk,
    setUnwritten,
    load,
    write,
    keep,
    follow,
    past,
    isWhole: () => database !== null || isHopeless(),
    bound,
    setLooking: (looking) => attempt((opened) => writeLooking(opened, looking), undefined),
    prune,
    erase,
    close: () => lose("turnedOff"),
  };
}
