import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { isRunning } from "../domain/outcome.ts";
import { type PollSettings, pollDelayMs } from "../domain/pollDelay.ts";
import { deriveRevocations } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { GraphError } from "../graph/graphError.ts";
import type { VppTokenReader } from "../graph/vppTokenReader.ts";

export interface WatchQueryOptions {
  readonly reader: VppTokenReader;
  /** Tells apart what must never mix: tenant and account. */
  readonly watchKey: string;
  readonly settings: PollSettings;
  readonly clock: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
}

/** What the query keeps. `readAt`: when the last whole read ended, epoch ms; `null` while the first is under way. */
export interface WatchedTokens {
  readonly snapshot: VppTokensSnapshot;
  readonly readAt: number | null;
}

interface PollState {
  data: WatchedTokens | undefined;
  error: GraphError | null;
}

/**
 * Options of the one query that reads Graph, and the wait that follows its present state.
 * A factory per watch: the failures in a row and the jitter of each read belong to it alone.
 */
export function createWatchQuery({ reader, watchKey, settings, clock, random }: WatchQueryOptions) {
  const queryKey = ["vppTokens", watchKey] as const;
  let failures = 0;
  let jitter = random();

  /** Wait after the present state in milliseconds; `false` while only a person can help. */
  function delayAfter({ data, error }: PollState): number | false {
    if (error?.kind === "signInNeeded" || error?.kind === "unauthorized") return false;
    const hasRunning = data !== undefined && hasRunningRevocations(data.snapshot);
    const isDenied = error?.kind === "forbidden";
    const retryAfterMs = isDenied ? settings.idleSeconds * 1_000 : (error?.retryAfterMs ?? null);
    return pollDelayMs(
      { hasRunning, failures: error === null ? 0 : failures, retryAfterMs, jitter },
      settings,
    );
  }

  async function read(client: QueryClient, signal: AbortSignal): Promise<WatchedTokens> {
    const before = client.getQueryData<WatchedTokens>(queryKey)?.snapshot ?? null;
    const onPage = (page: VppTokensSnapshot) =>
      client.setQueryData<WatchedTokens>(queryKey, { snapshot: addTo(before, page), readAt: null });
    const isFirst = before === null || !before.isComplete;
    const snapshot = await reader.readAll({ previous: before, signal, ...(isFirst && { onPage }) });
    return { snapshot, readAt: clock() };
  }

  const options = queryOptions<WatchedTokens, GraphError, WatchedTokens, typeof queryKey>({
    queryKey,
    queryFn: async ({ client, signal }) => {
      jitter = random();
      try {
        const answer = await read(client, signal);
        failures = 0;
        return answer;
      } catch (error) {
        failures += 1;
        throw error instanceof GraphError ? error : new GraphError("unreadableAnswer", { cause: error });
      }
    },
    refetchInterval: (query) => delayAfter(query.state),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: "always",
    refetchOnReconnect: "always",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // Waits between reads are ours to show, and untouched tokens already keep their identity.
    retry: false,
    structuralSharing: false,
  });
  return { options, delayAfter };
}

export function hasRunningRevocations(snapshot: VppTokensSnapshot): boolean {
  return snapshot.tokens.some((token) => deriveRevocations(token).some(({ outcome }) => isRunning(outcome)));
}

/** Pages of a first read that is tried again replace what they name and take nothing away. */
function addTo(before: VppTokensSnapshot | null, page: VppTokensSnapshot): VppTokensSnapshot {
  if (before === null) return page;
  const read = new Set(page.tokens.map(({ id }) => id));
  const stillUnread = before.tokens.filter(({ id }) => !read.has(id));
  return { ...page, tokens: [...page.tokens, ...stillUnread], isComplete: false };
}
