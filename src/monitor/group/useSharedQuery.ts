import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { useClock } from "../clock.tsx";
import type { createWatchQuery } from "../watchQuery.ts";
import { aloneQuery, createSharedQuery, type SharedReading } from "./sharedQuery.ts";
import type { Sharing } from "./sharing.ts";

interface UseSharedQueryOptions {
  readonly watchKey: string;
  /** `null`: shares nothing. */
  readonly sharing: Sharing | null;
}

/** Reads the query together with the other tabs that watch under this key, for as long as it is mounted. */
export function useSharedQuery(
  query: ReturnType<typeof createWatchQuery>,
  { watchKey, sharing }: UseSharedQueryOptions,
): { readonly reading: SharedReading; readonly wantRead: () => boolean } {
  const client = useQueryClient();
  const clock = useClock();
  const shared = useMemo(
    () => (sharing ? createSharedQuery({ client, query, watchKey, sharing, clock }) : aloneQuery),
    [client, query, watchKey, sharing, clock],
  );
  return { reading: useSyncExternalStore(shared.subscribe, shared.getReading), wantRead: shared.wantRead };
}
