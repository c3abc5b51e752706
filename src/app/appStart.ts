import { marked } from "../i18n/loadOnce.ts";
import type { Start } from "./startApp.ts";

/** A start of the app that may be asked for while rendering, as often as React likes. */
export interface AppStart {
  /** Begins with the first call; every later one gets the same. */
  readonly get: () => Promise<Start>;
  /** Ends the session once the last user is gone, unless another one has come by then. Returns how to stop. */
  readonly use: () => () => void;
}

export function createAppStart(begin: () => Promise<Start>): AppStart {
  let start: Promise<Start> | null = null;
  let users = 0;

  function get(): Promise<Start> {
    start ??= marked(begin());
    return start;
  }

  function end(): void {
    if (users > 0) return;
    start?.then(dispose, () => undefined);
    start = null;
  }

  return {
    get,
    use: () => {
      users += 1;
      return () => {
        users -= 1;
        // React's strict mode unmounts and mounts again in one go.
        queueMicrotask(end);
      };
    },
  };
}

function dispose(started: Start): void {
  if (started.kind === "connected") started.connection.session.dispose();
}
