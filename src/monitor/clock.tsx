import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

/** Epoch milliseconds. */
export type Clock = () => number;

const ClockContext = createContext<Clock>(Date.now);

interface ClockProviderProps {
  readonly clock: Clock;
  readonly children: ReactNode;
}

export function ClockProvider({ clock, children }: ClockProviderProps) {
  return <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>;
}

export function useClock(): Clock {
  return useContext(ClockContext);
}

/** The current time in epoch milliseconds, renewed every `everyMs` while the page is visible and at once on return. */
export function useNow(everyMs = 1_000): number {
  return useTimed(
    useCallback((now) => Math.floor(now / everyMs) * everyMs, [everyMs]),
    everyMs,
  );
}

/** A value that depends on the time; renders again only when the value changes. `derive` must be stable. */
export function useTimed<Value extends string | number | boolean | null>(
  derive: (now: number) => Value,
  everyMs = 1_000,
): Value {
  const clock = useClock();
  const [, renderAgain] = useState<Value | null>(null);
  useEffect(() => {
    const tick = () => document.visibilityState === "visible" && renderAgain(derive(clock()));
    tick();
    const timer = setInterval(tick, everyMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [derive, clock, everyMs]);
  return derive(clock());
}
