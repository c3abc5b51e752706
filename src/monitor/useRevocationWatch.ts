import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { useClock, useTimed } from "./clock.tsx";
import type { RevocationWatch } from "./revocationWatch.ts";
import { deriveWatchHealth, type WatchFacts } from "./watchHealth.ts";
import { createWatchQuery, isHot, type WatchQueryOptions } from "./watchQuery.ts";

type UseRevocationWatchOptions = Omit<WatchQueryOptions, "clock" | "random">;

/** The watch of one account's VPP tokens. Mounting begins it, unmounting aborts what is under way. */
export function useRevocationWatch({
  reader,
  watchKey,
  settings,
}: UseRevocationWatchOptions): RevocationWatch {
  const clock = useClock();
  const [isPaused, setPaused] = useState(false);
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine);
  const { options, delayAfter, wantFullRead } = useMemo(
    () => createWatchQuery({ reader, watchKey, settings, clock, random: Math.random }),
    [reader, watchKey, settings, clock],
  );
  const query = useQuery({ ...options, enabled: !isPaused });
  const { data, error, refetch, isFetching, dataUpdatedAt, errorUpdatedAt } = query;

  const readingSince = useReadingSince(isFetching, clock);
  const facts = useMemo((): WatchFacts => {
    const delayMs = isPaused || isFetching ? false : delayAfter({ data, error });
    const updatedAt = Math.max(dataUpdatedAt, errorUpdatedAt);
    return {
      lastReadAt: data?.readAt ?? null,
      nextReadAt: delayMs === false || updatedAt === 0 ? null : updatedAt + delayMs,
      readingSince,
      isPaused,
      isOnline,
      problem: error,
      intervalMs: 1_000 * (isHot(data) ? settings.activeSeconds : settings.idleSeconds),
    };
  }, [
    data,
    error,
    isFetching,
    readingSince,
    dataUpdatedAt,
    errorUpdatedAt,
    isPaused,
    isOnline,
    delayAfter,
    settings,
  ]);
  const health = useTimed(useCallback((now) => deriveWatchHealth(facts, now), [facts]));
  const refresh = useCallback(() => {
    wantFullRead();
    void refetch({ cancelRefetch: false });
  }, [refetch, wantFullRead]);

  return { ...facts, snapshot: data?.snapshot ?? null, isReading: isFetching, health, refresh, setPaused };
}

function useReadingSince(isFetching: boolean, clock: () => number): number | null {
  return useMemo(() => (isFetching ? clock() : null), [isFetching, clock]);
}

function subscribeToOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
