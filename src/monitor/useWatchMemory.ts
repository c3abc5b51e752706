import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createMemoryOpener } from "./memoryOpener.ts";
import type { WatchMemoryOptions } from "./openWatchMemory.ts";
import type { ReadRecorder, WatchMemory } from "./watchMemory.ts";

/**
 * The history of one account, opened when the first read has come: the first row needs none of its code. Every read is
 * on disk before it is shown, that first one too. `options` must be stable.
 */
export function useWatchMemory(options: WatchMemoryOptions): {
  readonly recorder: ReadRecorder;
  /** `null` until it is open. */
  readonly memory: WatchMemory | null;
  /** Its code could not be loaded; what is read waits for it. */
  readonly isMissing: boolean;
  /** Opens it before anything has been read. */
  readonly open: () => void;
} {
  const [memory, setMemory] = useState<WatchMemory | "missing" | null>(null);
  const opener = useMemo(() => createMemoryOpener(options, setMemory), [options]);
  useEffect(() => opener.begin(), [opener]);
  const isMissing = memory === "missing";
  return { recorder: opener.recorder, memory: isMissing ? null : memory, isMissing, open: opener.open };
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
