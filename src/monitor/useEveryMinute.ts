import { useEffect, useRef } from "react";

/** Calls back once a minute while that is wanted, also out of sight, where browsers may let it wait a little longer. */
export function useEveryMinute(work: () => void, isWanted: boolean): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => latest.current(), 60_000);
    return () => clearInterval(timer);
  }, [isWanted]);
}
