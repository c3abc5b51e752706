import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

/** Epoch milliseconds. */
export type Clock = () => number;

const ClockContext = createContext<Clock>(Date.now);

interface ClockProviderProps {
  readonly clock: Clock;
  readonly children: ReactNode;
}

export function ClockProvider({ clock, children }: ClockProviderProps) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

export function useClock(): Clock {
  return useContext(ClockContext);
}

/** The current time in epoch milliseconds, renewed every `everyMs` while the page is visible and at once on return. */
export function useNow(everyMs = 1_000): number {
  const clock = useClock();
  const [now, setNow] = useState(clock);
  const tick = useMemo(() => () => setNow(clock()), [clock]);
  useEffect(() => {
    const onTick = () => document.visibilityState === "visible" && tick();
    const timer = setInterval(onTick, everyMs);
    document.addEventListener("visibilitychange", onTick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onTick);
    };
  }, [tick, everyMs]);
  return now;
}
