import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { PollSettings } from "../domain/pollDelay.ts";
import type { GraphError } from "../graph/graphError.ts";
import type { RequestMeter } from "../graph/requestMeter.ts";
import { useClock, useTimed } from "./clock.tsx";
import type { Sharing } from "./group/sharing.ts";
import { useSharedQuery } from "./group/useSharedQuery.ts";
import { countNotFound } from "./notFoundTokens.ts";
import { planRead, type ReadPlan } from "./readPlan.ts";
import { recordedRead } from "./recordedRead.ts";
import type { RevocationWatch } from "./revocationWatch.ts";
import type { WatchedTokens } from "./watchedTokens.ts";
import { deriveWatchHealth, isReadMissed, type WatchFacts } from "./watchHealth.ts";
import type { ReadRecorder } from "./watchMemory.ts";
import { createWatchQuery, type WatchQueryOptions } from "./watchQuery.ts";

interface UseRevocationWatchOptions extends Omit<WatchQueryOptions, "clock" | "random" | "recorder"> {
  /** Of the reader's client. */
  readonly meter?: RequestMeter | undefined;
  /** With it, all tabs of this browser that watch under the same key read once for all; `null`: this one by itself. */
  readonly sharing?: Sharing | null | undefined;
  /** Takes in every read, this tab's and those of the tab that reads for all. */
  readonly recorder?: ReadRecorder | undefined;
  /** Reads on, slowly, while no tab of the group is in sight. */
  readonly isReadInBackground?: boolean | undefined;
}

/** The watch of one account's VPP tokens. Mounting begins it, unmounting aborts what is under way. */
export function useRevocationWatch({
  reader,
  watchKey,
  settings,
  meter,
  sharing = null,
  recorder,
  isReadInBackground = false,
}: UseRevocationWatchOptions): RevocationWatch {
  const clock = useClock();
  const [isPaused, setPaused] = useState(false);
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine);
  const watchQuery = useMemo(
    () => createWatchQuery({ reader, watchKey, settings, meter, recorder, clock, random: Math.random }),
    [reader, watchKey, settings, meter, recorder, clock],
  );
  const { options, delayAfter, wantFullRead, setHidden } = watchQuery;
  const { reading, wantRead } = useSharedQuery(watchQuery, {
    watchKey,
    sharing: isPaused ? null : sharing,
    isReadInBackground,
  });
  const isHidden = useSyncExternalStore(subscribeToVisibility, () => document.visibilityState === "hidden");
  // Where nothing is read out of sight the wait stays as it is: to change it would begin it anew.
  const isSlow = isHidden && isReadInBackground;
  useLayoutEffect(() => setHidden(isSlow), [setHidden, isSlow]);
  const query = useQuery({
    ...options,
    enabled: !isPaused && reading.isPolling,
    refetchIntervalInBackground: isReadInBackground,
  });
  const { data, error, refetch, dataUpdatedAt, errorUpdatedAt } = query;
  const problem = useLastProblem(error, data !== undefined);
  const isFetching = query.isFetching || reading.isLeaderReading;
  useEffect(() => {
    if (reading.turn > 0) void refetch({ cancelRefetch: false });
  }, [reading.turn, refetch]);

  useFollowedReads(reading.isPolling ? undefined : recorder, data, settings);

  const plan = usePlan(data, settings);
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
      problem,
      intervalMs: Math.max(plan.configuredMs, plan.boundMs),
    };
  }, [
    data,
    error,
    problem,
    isFetching,
    readingSince,
    dataUpdatedAt,
    errorUpdatedAt,
    isPaused,
    isOnline,
    delayAfter,
    plan,
  ]);
  const health = useTimed((now) => deriveWatchHealth(facts, now));
  const isMissed = useTimed((now) => reading.isPolling && !isHidden && isReadMissed(facts, now));
  useEffect(() => {
    if (isMissed) void refetch({ cancelRefetch: false });
  }, [isMissed, refetch]);
  const refresh = useCallback(() => {
    if (wantRead()) return;
    wantFullRead();
    void refetch({ cancelRefetch: false });
  }, [wantRead, refetch, wantFullRead]);

  const isFollowing = reading.role === "follower";
  return useMemo(
    () => ({
      ...facts,
      snapshot: data?.snapshot ?? null,
      isReading: isFetching,
      health,
      plan,
      unreadTokens: data?.unread?.size ?? 0,
      goneTokens: countNotFound(data?.notFound, false),
      listedTokens: countNotFound(data?.notFound, true),
      meter: meter ?? null,
      isFollowing,
      refresh,
      setPaused,
    }),
    [facts, data, isFetching, health, plan, meter, isFollowing, refresh],
  );
}

/**
 * Before there is data the query forgets its error with each new attempt. A person would see it come and go, and where an
 * attempt takes its time, hardly ever. What a sign-in has mended goes at once.
 */
function useLastProblem(error: GraphError | null, hasData: boolean): GraphError | null {
  const [last, setLast] = useState<GraphError | null>(null);
  if (error !== null && error !== last) setLast(error);
  const isMended = last?.kind === "signInNeeded" || last?.kind === "unauthorized";
  return error ?? (hasData || isMended ? null : last);
}

/** The same object for as long as the plan is the same. */
function usePlan(data: WatchedTokens | undefined, settings: PollSettings): ReadPlan {
  const { reads, configuredMs, boundMs } = useMemo(() => planRead(data, settings), [data, settings]);
  return useMemo(() => ({ reads, configuredMs, boundMs }), [reads, configuredMs, boundMs]);
}

/** What another tab has read and written is taken in here, without being written again. */
function useFollowedReads(
  recorder: ReadRecorder | undefined,
  data: WatchedTokens | undefined,
  settings: PollSettings,
): void {
  useEffect(() => {
    if (data?.snapshot.isComplete && data.readAt !== null)
      void recorder?.follow(recordedRead(data, settings, { askedAt: null, isHidden: document.hidden }));
  }, [recorder, data, settings]);
}

function useReadingSince(isFetching: boolean, clock: () => number): number | null {
  return useMemo(() => (isFetching ? clock() : null), [isFetching, clock]);
}

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

function subscribeToOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}
