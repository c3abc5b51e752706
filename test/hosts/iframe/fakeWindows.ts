import { vi } from "vitest";

/** A message as one window got it. */
export interface Posted {
  readonly data: unknown;
  readonly targetOrigin: string;
}

/** A window that keeps what is posted to it, and passes on what a test lets arrive. */
export function fakeWindow(origin: string) {
  const listeners = new Set<(event: MessageEvent<unknown>) => void>();
  const posted: Posted[] = [];
  const fake = {
    posted,
    /** Types of what was posted to it, in order. */
    heard: () => posted.map(({ data }) => (data as { readonly type: string }).type),
    /** The last message of a type that was posted to it. */
    last: (type: string) =>
      posted.map(({ data }) => data as { readonly type: string }).findLast((data) => data.type === type),
    arrive: (data: unknown, from: { readonly source: unknown; readonly origin: string }) => {
      for (const listener of listeners) listener({ data, ...from } as MessageEvent<unknown>);
    },
    listeners: () => listeners.size,
  };
  const window = {
    location: { origin },
    crypto,
    setInterval: (run: () => void, ms: number) => setInterval(run, ms),
    clearInterval: (timer: ReturnType<typeof setInterval>) => clearInterval(timer),
    addEventListener: (_: "message", listener: (event: MessageEvent<unknown>) => void) =>
      void listeners.add(listener),
    removeEventListener: (_: "message", listener: (event: MessageEvent<unknown>) => void) =>
      void listeners.delete(listener),
    postMessage: vi.fn((data: unknown, targetOrigin: string) => {
      // As a structured clone arrives elsewhere.
      posted.push({ data: structuredClone(data), targetOrigin });
    }),
  };
  // Only what is used of a window is there.
  return { ...fake, window: window as unknown as Window & { parent: Window } };
}
