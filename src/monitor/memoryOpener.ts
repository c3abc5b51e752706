import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { createEarlyWriter } from "./history/earlyWriter.ts";
import { historyDatabaseName } from "./history/historyStores.ts";
import type { RecordedRead } from "./history/recordSnapshot.ts";
import type { WatchMemoryOptions } from "./openWatchMemory.ts";
import type { ReadRecorder, WatchMemory } from "./watchMemory.ts";

export interface MemoryOpener {
  readonly recorder: ReadRecorder;
  /** Before anything has been read. */
  readonly open: () => void;
  /** Gives what ends it. React mounts twice in development: what is wanted again at once stays open. */
  readonly begin: () => () => void;
}

type Take = (memory: WatchMemory) => Promise<unknown>;

/** Of the reads that wait while the history's code cannot be loaded: enough for a quarter of an hour at ten seconds each. */
const mostMissed = 90;

/**
 * Opens the history of one account when there is something to put in, and takes in what is read before and after.
 * `onOpen` hears of it, also when its code could not be loaded: each further read tries again.
 */
export function createMemoryOpener(
  options: Omit<WatchMemoryOptions, "isRepeated">,
  onOpen: (memory: WatchMemory | "missing") => void,
): MemoryOpener {
  const early = earlyWriterOf(options);
  let repeated: ReadonlySet<number> = new Set();
  let opening: Promise<WatchMemory | null> | null = null;
  let isWanted = true;
  /** The first read of this page has been taken in, its own or another tab's. */
  let isBegun = false;
  let lastTaken: Promise<void> = Promise.resolve();
  let missed: readonly Take[] = [];

  function open(): Promise<WatchMemory | null> {
    opening ??= load().catch(() => {
      opening = null;
      if (isWanted) onOpen("missing");
      return null;
    });
    return opening;
  }

  async function load(): Promise<WatchMemory> {
    const { openWatchMemory } = await import("./openWatchMemory.ts");
    const memory = await openWatchMemory({ ...options, isRepeated: (key) => repeated.has(key) });
    if (isWanted) onOpen(memory);
    else memory.history.close();
    return memory;
  }

  /**
   * One after the other, as they were read, however long the history takes to open. Where its code cannot be loaded,
   * `keepMeanwhile` says whether what is to be taken in is on disk all the same; else it waits for the next time.
   */
  function inTurn(opened: Promise<WatchMemory | null>, take: Take, keepMeanwhile: () => Promise<boolean>) {
    const taken = lastTaken.then(async () => {
      const memory = await opened;
      if (memory === null) {
        if (!(await keepMeanwhile())) wait(take);
        return;
      }
      const due = [...missed, take];
      missed = [];
      for (const one of due) await one(memory);
      early?.close();
    });
    lastTaken = taken.catch(() => undefined);
    return taken;
  }

  function wait(take: Take): void {
    missed = [...missed, take].slice(-mostMissed);
  }

  /** Whether the disk holds what this page has seen of these, for the history to take over. */
  async function writeEarly({ tokens }: VppTokensSnapshot, readAt: number) {
    return (await early?.write(tokens, readAt)) ?? "failed";
  }

  async function recordPart(snapshot: VppTokensSnapshot, readAt: number): Promise<void> {
    const read = { snapshot, readAt, askedAt: null, isHidden: false, isFull: false, intervalMs: 0 };
    const take: Take = ({ history }) => history.record(read);
    const written = isBegun ? "older" : await writeEarly(snapshot, readAt);
    if (written === "failed") wait(take);
    if (written !== "older") return;
    isBegun = true;
    await inTurn(open(), take, async () => (await writeEarly(snapshot, readAt)) === "written");
  }

  async function record(read: RecordedRead): Promise<void> {
    const written = isBegun ? "older" : await writeEarly(read.snapshot, read.readAt);
    isBegun = true;
    if (written === "older") {
      const take: Take = ({ history }) => history.record(read);
      return inTurn(open(), take, async () => (await writeEarly(read.snapshot, read.readAt)) === "written");
    }
    repeated = new Set(early?.repeatedBy(read.snapshot.tokens));
    const whole = { ...read, early: [...repeated] };
    void inTurn(
      // A page that has ended meanwhile leaves it to the next one.
      soon().then(() => (isWanted ? open() : null)),
      ({ history }) => history.record(whole),
      async () => {
        // Now its early records are all that there is of it.
        if (written === "written") repeated = new Set();
        return written === "written";
      },
    );
  }

  /** The leader writes it. Without a disk it waits here; with one it would come after what is newer there. */
  function follow(read: RecordedRead): Promise<void> {
    isBegun = true;
    return inTurn(
      open(),
      ({ history }) => history.follow(read),
      async () => early !== null,
    );
  }

  async function closeIfUnwanted(): Promise<void> {
    if (isWanted) return;
    early?.close();
    const memory = await opening;
    if (!isWanted) memory?.history.close();
  }

  return {
    recorder: { record, recordPart, follow },
    open: () => void open(),
    begin() {
      isWanted = true;
      if (!isBegun) early?.open();
      return () => {
        isWanted = false;
        setTimeout(() => void closeIfUnwanted(), 0);
      };
    },
  };
}

function earlyWriterOf({ tenantKey, accountKey, settings }: WatchMemoryOptions) {
  const isKept = settings.persist && !settings.isAccountUnknown;
  return isKept ? createEarlyWriter(historyDatabaseName(tenantKey, accountKey)) : null;
}

/** Lets the first rows be drawn before anything is downloaded for the history. */
function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}
