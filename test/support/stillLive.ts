import type { Live } from "../../src/ui/live.ts";

/** A value that never changes, for what follows one. */
export function stillLive<Value>(value: Value): Live<Value> {
  return { get: () => value, subscribe: () => () => undefined };
}
