/** Epoch milliseconds. */
export type Clock = () => number;

export interface Ticker {
  /** For React's `useSyncExternalStore`: the same function for the same period. */
  readonly every: (everyMs: number) => (listener: () => void) => () => void;
}

interface Listening {
  readonly everyMs: number;
  readonly listener: () => void;
  /** Number of the period that was heard last. */
  period: number;
}

/**
 * Says when a period begins, counted from the epoch: whatever ticks on a page ticks in one task, so that it is drawn in
 * one frame. Silent while the page is out of sight; what was missed is said on return.
 */
export function createTicker(clock: Clock): Ticker {
  const listening = new Set<Listening>();
  const byPeriod = new Map<number, (listener: () => void) => () => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tick(): void {
    clearTimeout(timer);
    if (listening.size === 0 || document.visibilityState !== "visible") return;
    const now = clock();
    for (const one of [...listening]) {
      const period = Math.floor(now / one.everyMs);
      if (period === one.period) continue;
      one.period = period;
      one.listener();
    }
    schedule();
  }

  /** Anew after each tick, since a timer may come early or late. */
  function schedule(): void {
    clearTimeout(timer);
    const now = clock();
    const untilNext = [...listening].map(({ everyMs }) => everyMs - (now % everyMs));
    timer = setTimeout(tick, Math.min(...untilNext));
  }

  function listen(everyMs: number, listener: () => void): () => void {
    const one = { everyMs, listener, period: Math.floor(clock() / everyMs) };
    if (listening.size === 0) document.addEventListener("visibilitychange", tick);
    listening.add(one);
    schedule();
    return () => {
      listening.delete(one);
      if (listening.size > 0) return;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }

  return {
    every(everyMs) {
      const known = byPeriod.get(everyMs) ?? ((listener) => listen(everyMs, listener));
      byPeriod.set(everyMs, known);
      return known;
    },
  };
}
