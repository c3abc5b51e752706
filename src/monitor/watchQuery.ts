import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { type PollSettings, pollDelayMs } from "../domain/pollDelay.ts";
import type { SentParts } from "../domain/requestBound.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { GraphError, type GraphErrorKind } from "../graph/graphError.ts";
import type { RequestMeter } from "../graph/requestMeter.ts";
import type { VppTokenReader } from "../graph/vppTokenReader.ts";
import { planRead } from "./readPlan.ts";
import { recordedRead } from "./recordedRead.ts";
import {
  firstReadyAt,
  hotTokenIds,
  readyTokenIds,
  rejectionOf,
  type WatchedTokens,
  withFirstPages,
  withFullRead,
  withHotRead,
} from "./watchedTokens.ts";
import type { ReadRecorder } from "./watchMemory.ts";

export interface WatchQueryOptions {
  readonly reader: VppTokenReader;
  /** Tells apart what must never mix: tenant and account. */
  readonly watchKey: string;
  readonly settings: PollSettings;
  /** Of the reader's client: tells what a read of all tokens costs. */
  readonly meter?: Pick<RequestMeter, "sentParts" | "recentlySent" | "addSent"> | undefined;
  /** Writes each read of this tab before it is shown. */
  readonly recorder?: Pick<ReadRecorder, "record" | "recordPart"> | undefined;
  readonly clock: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
}

interface PollState {
  readonly data: WatchedTokens | undefined;
  readonly error: GraphError | null;
}

/** What the wait depends on besides the data: failed reads in a row, the jitter of the last one, and what was sent. */
interface Pace {
  readonly failures: number;
  readonly jitter: number;
  readonly sent: readonly SentParts[];
}

interface Asking {
  readonly client: QueryClient;
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly askedAt: number;
}

/**
 * Options of the one query that reads Graph, and the wait that follows its present state. All tokens are read at start
 * and every `idleSeconds`; in between only those with something running, by `$batch`.
 * A factory per watch: the failures in a row and the jitter of each read belong to it alone.
 */
export function createWatchQuery(options: WatchQueryOptions) {
  const { reader, watchKey, settings, meter, recorder, clock, random } = options;
  const queryKey = ["vppTokens", watchKey] as const;
  let failures = 0;
  let jitter = random();
  let isFullReadWanted = false;
  let isHidden = false;
  let endedAt = 0;

  /** Wait after the present state in milliseconds; `false` while only a person can help. */
  function delayAfter({ data, error }: PollState): number | false {
    if (error?.kind === "signInNeeded" || error?.kind === "unauthorized") return false;
    const isDenied = error?.kind === "forbidden";
    const retryAfterMs = isDenied ? settings.idleSeconds * 1_000 : (error?.retryAfterMs ?? null);
    const situation = {
      hasRunning: isHot(data),
      boundMs: planRead(data, settings).boundMs,
      failures: error === null ? 0 : failures,
      retryAfterMs,
      jitter,
      isHidden,
    };
    return Math.max(pollDelayMs(situation, settings), error === null ? untilReadyMs(data) : 0);
  }

  /** Coming back to the page or to the network ends every wait but one that Graph asked for. */
  function isWaitKept(state: PollState & { readonly errorUpdatedAt: number }): boolean {
    if ((state.error?.retryAfterMs ?? null) === null) return false;
    return clock() < state.errorUpdatedAt + (delayAfter(state) || 0);
  }

  /** How long Graph asked to be asked for none of the running tokens. */
  function untilReadyMs(data: WatchedTokens | undefined): number {
    return data === undefined ? 0 : firstReadyAt(data) - Math.max(endedAt, data.readAt ?? 0);
  }

  function partWaitMs({ kind, retryAfterMs }: GraphError, failures: number): number {
    if (kind !== "throttled" && retryAfterMs === null) return 0;
    return pollDelayMs({ hasRunning: true, boundMs: 0, failures, retryAfterMs, jitter }, settings);
  }

  async function readAll(client: QueryClient, signal: AbortSignal): Promise<WatchedTokens> {
    const before = client.getQueryData<WatchedTokens>(queryKey) ?? null;
    const isFirst = before === null || !before.snapshot.isComplete;
    const onPage = async (pages: VppTokensSnapshot) => {
      const shown = withFirstPages(before, pages);
      await recorder?.recordPart(shown.snapshot, clock());
      if (!signal.aborted) client.setQueryData<WatchedTokens>(queryKey, shown);
    };
    const previous = before?.snapshot ?? null;
    const sentBefore = meter?.sentParts() ?? 0;
    const snapshot = await reader.readAll({ previous, signal, onPage: isFirst ? onPage : undefined });
    isFullReadWanted = false;
    return withFullRead(before, snapshot, clock(), meter && meter.sentParts() - sentBefore);
  }

  async function readHot(before: WatchedTokens, asking: Asking): Promise<WatchedTokens> {
    const ids = readyTokenIds(before, clock());
    if (ids.length === 0) return before;
    const answers = await reader.readByIds(ids, { previous: before.snapshot, signal: asking.signal });
    const rejection = rejectionOf(answers);
    if (rejection === null) return withHotRead(before, answers, clock(), partWaitMs);
    const told = new Map([...answers].filter(([, answer]) => !(answer instanceof GraphError)));
    if (told.size > 0) await takeIn(withHotRead(before, told, clock(), partWaitMs), asking);
    throw rejection;
  }

  /** What Graph has told is written and shown, though the read as a whole is going to fail. */
  async function takeIn(told: WatchedTokens, { client, signal, askedAt }: Asking): Promise<void> {
    await recorder?.record(recordedRead(told, settings, { askedAt, isHidden }));
    if (!signal.aborted) client.setQueryData<WatchedTokens>(queryKey, told);
  }

  async function readAllOrRunning(before: WatchedTokens | undefined, asking: Asking): Promise<WatchedTokens> {
    try {
      return await readAll(asking.client, asking.signal);
    } catch (error) {
      if (before?.snapshot.isComplete && error instanceof GraphError && isOfList(error)) {
        const running = await readHot(before, asking).catch(() => before);
        if (running !== before) await takeIn(running, asking);
      }
      throw error;
    }
  }

  async function read(asking: Asking): Promise<WatchedTokens> {
    const before = asking.client.getQueryData<WatchedTokens>(queryKey);
    const sinceFullReadMs = clock() - (before?.fullReadAt ?? 0);
    // A negative age: the clock was set back.
    const isFullReadDue = sinceFullReadMs < 0 || sinceFullReadMs >= settings.idleSeconds * 1_000;
    const isShort = !isFullReadWanted && !isFullReadDue && planRead(before, settings).reads === "running";
    return before !== undefined && isShort ? readHot(before, asking) : readAllOrRunning(before, asking);
  }

  const query = queryOptions<WatchedTokens, GraphError, WatchedTokens, typeof queryKey>({
    queryKey,
    queryFn: async ({ client, signal }) => {
      jitter = random();
      const asking = { client, signal, askedAt: clock() };
      try {
        const answer = await read(asking);
        await recorder?.record(recordedRead(answer, settings, { askedAt: asking.askedAt, isHidden }));
        failures = 0;
        return answer;
      } catch (error) {
        failures += 1;
        throw error instanceof GraphError ? error : new GraphError("unreadableAnswer", { cause: error });
      } finally {
        endedAt = clock();
      }
    },
    refetchInterval: ({ state }) => delayAfter(state),
    refetchOnWindowFocus: ({ state }) => (isWaitKept(state) ? false : "always"),
    refetchOnReconnect: ({ state }) => (isWaitKept(state) ? false : "always"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    // Waits between reads are ours to show, and untouched tokens already keep their identity.
    retry: false,
    structuralSharing: false,
  });
  return {
    options: query,
    delayAfter,
    /** Makes the next read one of all tokens. */
    wantFullRead: () => {
      isFullReadWanted = true;
    },
    /** Out of sight, reading goes on slowly if at all. */
    setHidden: (isNowHidden: boolean) => {
      isHidden = isNowHidden;
    },
    getPace: (): Pace => ({ failures, jitter, sent: meter?.recentlySent() ?? [] }),
    /** Goes on as another tab began. */
    setPace: (pace: Pace) => {
      ({ failures, jitter } = pace);
      meter?.addSent(pace.sent);
    },
  };
}

/** What may be wrong with the list of all tokens alone, while those that run can still be asked for. */
function isOfList({ kind, retryAfterMs }: GraphError): boolean {
  return retryAfterMs === null && listProblems.has(kind);
}

const listProblems: ReadonlySet<GraphErrorKind> = new Set([
  ...(["serverError", "refused", "network", "unreadableAnswer", "badPaging"] as const),
]);

/** Without a whole read, as after a token was not found, the next one is not put off. */
function isHot(data: WatchedTokens | undefined): boolean {
  return data !== undefined && (data.fullReadAt === null || hotTokenIds(data).length > 0);
}
