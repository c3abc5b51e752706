import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type PollSettings, pollDelayMs } from "../domain/pollDelay.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { GraphError } from "../graph/graphError.ts";
import type { VppTokenReader } from "../graph/vppTokenReader.ts";
import {
  hotTokenIds,
  type WatchedTokens,
  withFirstPages,
  withFullRead,
  withHotRead,
} from "./watchedTokens.ts";

export interface WatchQueryOptions {
  readonly reader: VppTokenReader;
  /** Tells apart what must never mix: tenant and account. */
  readonly watchKey: string;
  readonly settings: PollSettings;
  readonly clock: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
}

interface PollState {
  readonly data: WatchedTokens | undefined;
  readonly error: GraphError | null;
}

/**
 * Options of the one query that reads Graph, and the wait that follows its present state. All tokens are read at start
 * and every `idleSeconds`; in between only those with something running, by `$batch`.
 * A factory per watch: the failures in a row and the jitter of each read belong to it alone.
 */
export function createWatchQuery({ reader, watchKey, settings, clock, random }: WatchQueryOptions) {
  const queryKey = ["vppTokens", watchKey] as const;
  let failures = 0;
  let jitter = random();
  let isFullReadWanted = false;

  /** Wait after the present state in milliseconds; `false` while only a person can help. */
  function delayAfter({ data, error }: PollState): number | false {
    if (error?.kind === "signInNeeded" || error?.kind === "unauthorized") return false;
    const isDenied = error?.kind === "forbidden";
    const retryAfterMs = isDenied ? settings.idleSeconds * 1_000 : (error?.retryAfterMs ?? null);
    const situation = {
      hasRunning: isHot(data),
      failures: error === null ? 0 : failures,
      retryAfterMs,
      jitter,
    };
    return pollDelayMs(situation, settings);
  }

  async function readAll(client: QueryClient, signal: AbortSignal): Promise<WatchedTokens> {
    const before = client.getQueryData<WatchedTokens>(queryKey) ?? null;
    const isFirst = before === null || !before.snapshot.isComplete;
    const onPage = (pages: VppTokensSnapshot) =>
      client.setQueryData<WatchedTokens>(queryKey, withFirstPages(before, pages));
    const previous = before?.snapshot ?? null;
    const snapshot = await reader.readAll({ previous, signal, onPage: isFirst ? onPage : undefined });
    isFullReadWanted = false;
    return withFullRead(before, snapshot, clock());
  }

  async function readHot(before: WatchedTokens, signal: AbortSignal): Promise<WatchedTokens> {
    const answers = await reader.readByIds(hotTokenIds(before), { previous: before.snapshot, signal });
    const failed = [...answers.values()].filter((answer) => answer instanceof GraphError);
    const [first] = failed;
    if (first !== undefined && failed.length === answers.size && first.kind !== "notFound") throw first;
    return withHotRead(before, answers, clock());
  }

  async function read(client: QueryClient, signal: AbortSignal): Promise<WatchedTokens> {
    const before = client.getQueryData<WatchedTokens>(queryKey);
    const isFullReadDue = clock() - (before?.fullReadAt ?? 0) >= settings.idleSeconds * 1_000;
    const canBeShort = before !== undefined && !isFullReadWanted && !isFullReadDue && isHot(before);
    return canBeShort ? readHot(before, signal) : readAll(client, signal);
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
  return {
    options,
    delayAfter,
    /** Makes the next read one of all tokens. */
    wantFullRead: () => {
      isFullReadWanted = true;
    },
  };
}

export function isHot(data: WatchedTokens | undefined): boolean {
  return data !== undefined && hotTokenIds(data).length > 0;
}
