import { useLayoutEffect, useState, useSyncExternalStore } from "react";

/** A value that changes while whoever was given it stands still: looked up when it is needed, or followed. */
export interface Live<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The same object for good, with the value of the last rendering. */
export function useLive<Value>(value: Value): Live<Value> {
  const [live] = useState(() => createLive(value));
  useLayoutEffect(() => live.set(value), [live, value]);
  return live;
}

export function useFollowed<Value>({ subscribe, get }: Live<Value>): Value {
  return useSyncExternalStore(subscribe, get);
}

function createLive<Value>(first: Value): Live<Value> & { readonly set: (value: Value) => void } {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
