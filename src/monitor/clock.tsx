import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import { type Clock, createTicker, type Ticker } from "./ticker.ts";

interface Time {
  readonly clock: Clock;
  readonly ticker: Ticker;
}

const TimeContext = createContext<Time>(timeBy(Date.now));

function timeBy(clock: Clock): Time {
  return { clock, ticker: createTicker(clock) };
}

interface ClockProviderProps {
  readonly clock: Clock;
  readonly children: ReactNode;
}

export function ClockProvider({ clock, children }: ClockProviderProps) {
  const time = useMemo(() => timeBy(clock), [clock]);
  return <TimeContext.Provider value={time}>{children}</TimeContext.Provider>;
}

export function useClock(): Clock {
  return useContext(TimeContext).clock;
}

/** The current time in epoch milliseconds, renewed every `everyMs` while the page is visible and at once on return. */
export function useNow(everyMs = 1_000): number {
  return useTimed(
    useCallback((now) => Math.floor(now / everyMs) * everyMs, [everyMs]),
    everyMs,
  );
}

/** A value that depends on the time; renders again only when the value changes. */
export function useTimed<Value extends string | number | boolean | null>(
  derive: (now: number) => Value,
  everyMs = 1_000,
): Value {
  const { clock, ticker } = useContext(TimeContext);
  return useSyncExternalStore(ticker.every(everyMs), () => derive(clock()));
}
