import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { RecordedRead } from "./history/recordSnapshot.ts";
import type { WatchMemoryOptions } from "./openWatchMemory.ts";
import type { ReadRecorder, WatchMemory } from "./watchMemory.ts";

/**
 * The history of one account, opened when the first read has come: the first row needs none of its code. That first
 * read is shown while it is being written, since Graph still holds what it says; every later one is written first.
 * `options` must be stable.
 */
export function useWatchMemory(options: WatchMemoryOptions): {
  readonly recorder: ReadRecorder;
  /** `null` until it is open. */
  readonly memory: WatchMemory | null;
  /** Opens it before anything has been read. */
  readonly open: () => void;
} {
  const [memory, setMemory] = useState<WatchMemory | null>(null);
  const opener = useMemo(() => createOpener(options, setMemory), [options]);
  useEffect(() => opener.closeLater(), [opener]);
  return { recorder: opener.recorder, memory, open: opener.open };
}

/** Draws again whatever depends on what is remembered. */
export function useHistoryState(memory: WatchMemory | null) {
  const { subscribe, getState } = memory?.history ?? unopened;
  return useSyncExternalStore(subscribe, getState);
}

/**
 * What `select` takes from the memory; renders again only when that is another object, or when the history is opened.
 */
export function useRemembered<Value>(
  memory: WatchMemory | null,
  select: (memory: WatchMemory) => Value,
  otherwise: Value,
): Value {
  const { subscribe } = memory?.history ?? unopened;
  return useSyncExternalStore(subscribe, () => (memory === null ? otherwise : select(memory)));
}

const unopened = { subscribe: () => () => undefined, getState: () => null };

type Take = (memory: WatchMemory) => Promise<unknown>;

/** Of the reads that wait while the history's code cannot be loaded: enough for a quarter of an hour at ten seconds each. */
const mostMissed = 90;

/** Lets the first rows be drawn before anything is downloaded for the history. */
function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 250));
}

function createOpener(options: WatchMemoryOptions, onOpen: (memory: WatchMemory | null) => void) {
  let opening: Promise<WatchMemory | null> | null = null;
  let isWanted = true;
  /** The first read of this page has been taken in, its own or another tab's. */
  let isBegun = false;
  let lastTaken: Promise<void> = Promise.resolve();
  let missed: readonly Take[] = [];

  function open(): Promise<WatchMemory | null> {
    opening ??= load().catch(() => {
      opening = null;
      return null;
    });
    return opening;
  }

  async function load(): Promise<WatchMemory> {
    const { openWatchMemory } = await import("./openWatchMemory.ts");
    const memory = await openWatchMemory(options);
    if (isWanted) onOpen(memory);
    else memory.history.close();
    return memory;
  }

  /** One after the other, as they were read, however long the history takes to open, and however often it has to try. */
  function inTurn(opened: Promise<WatchMemory | null>, take: Take) {
    const taken = lastTaken.then(async () => {
      missed = [...missed, take].slice(-mostMissed);
      const memory = await opened;
      if (memory === null) return;
      const due = missed;
      missed = [];
      for (const one of due) await one(memory);
    });
    lastTaken = taken.catch(() => undefined);
    return taken;
  }

  async function record(read: RecordedRead): Promise<void> {
    const opened = isBegun ? open() : soon().then(open);
    const recorded = inTurn(opened, ({ history }) => history.record(read));
    if (isBegun) await recorded;
    isBegun = true;
  }

  function follow(read: RecordedRead): Promise<void> {
    isBegun = true;
    return inTurn(open(), ({ history }) => history.follow(read));
  }

  return {
    recorder: { record, follow },
    open: () => void open(),
    /** React mounts twice in development: what is wanted again at once stays open. */
    closeLater() {
      isWanted = true;
      return () => {
        isWanted = false;
        setTimeout(() => void closeIfUnwanted(), 0);
      };
    },
  };

  async function closeIfUnwanted(): Promise<void> {
    if (isWanted) return;
    const memory = await opening;
    if (!isWanted) memory?.history.close();
  }
}
