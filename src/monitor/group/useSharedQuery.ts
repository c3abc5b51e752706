import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useClock } from "../clock.tsx";
import type { createWatchQuery } from "../watchQuery.ts";
import { aloneQuery, createSharedQuery, type SharedReading } from "./sharedQuery.ts";
import type { Sharing } from "./sharing.ts";

interface UseSharedQueryOptions {
  readonly watchKey: string;
  /** `null`: shares nothing. */
  readonly sharing: Sharing | null;
  /** This tab may read while it is out of sight, unless one in sight does. */
  readonly isReadInBackground: boolean;
}

/** Reads the query together with the other tabs that watch under this key, for as long as it is mounted. */
export function useSharedQuery(
  query: ReturnType<typeof createWatchQuery>,
  { watchKey, sharing, isReadInBackground }: UseSharedQueryOptions,
): { readonly reading: SharedReading; readonly wantRead: () => boolean } {
  const client = useQueryClient();
  const clock = useClock();
  const shared = useMemo(
    () => (sharing ? createSharedQuery({ client, query, watchKey, sharing, clock }) : aloneQuery),
    [client, query, watchKey, sharing, clock],
  );
  useEffect(() => shared.setReadInBackground(isReadInBackground), [shared, isReadInBackground]);
  return { reading: useSyncExternalStore(shared.subscribe, shared.getReading), wantRead: shared.wantRead };
}
