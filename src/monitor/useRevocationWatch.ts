import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import type { RequestMeter } from "../graph/requestMeter.ts";
import { useClock, useTimed } from "./clock.tsx";
import { planRead } from "./readPlan.ts";
import type { RevocationWatch } from "./revocationWatch.ts";
import { deriveWatchHealth, type WatchFacts } from "./watchHealth.ts";
import { createWatchQuery, type WatchQueryOptions } from "./watchQuery.ts";

interface UseRevocationWatchOptions extends Omit<WatchQueryOptions, "clock" | "random"> {
  /** Of the reader's client. */
  readonly meter?: RequestMeter | undefined;
}

/** The watch of one account's VPP tokens. Mounting begins it, unmounting aborts what is under way. */
export function useRevocationWatch({
  reader,
  watchKey,
  settings,
  meter,
}: UseRevocationWatchOptions): RevocationWatch {
  const clock = useClock();
  const [isPaused, setPaused] = useState(false);
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine);
  const { options, delayAfter, wantFullRead } = useMemo(
    () => createWatchQuery({ reader, watchKey, settings, meter, clock, random: Math.random }),
    [reader, watchKey, settings, meter, clock],
  );
  const query = useQuery({ ...options, enabled: !isPaused });
  const { data, error, refetch, isFetching, dataUpdatedAt, errorUpdatedAt } = query;

  const plan = useMemo(() => planRead(data, settings), [data, settings]);
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
      intervalMs: Math.max(plan.configuredMs, plan.boundMs),
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
    plan,
  ]);
  const health = useTimed(useCallback((now) => deriveWatchHealth(facts, now), [facts]));
  const refresh = useCallback(() => {
    wantFullRead();
    void refetch({ cancelRefetch: false });
  }, [refetch, wantFullRead]);

  return {
    ...facts,
    snapshot: data?.snapshot ?? null,
    isReading: isFetching,
    health,
    plan,
    unreadTokens: data?.unread?.size ?? 0,
    meter: meter ?? null,
    refresh,
    setPaused,
  };
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
