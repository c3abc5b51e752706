import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { vi } from "vitest";
import type { PollSettings } from "../../src/domain/pollDelay.ts";
import { planRead } from "../../src/monitor/readPlan.ts";
import { recordedRead } from "../../src/monitor/recordedRead.ts";
import type { WatchedTokens } from "../../src/monitor/watchedTokens.ts";
import { createWatchQuery } from "../../src/monitor/watchQuery.ts";
import { type SentRequest, tinyGraph } from "../support/tinyGraph.ts";

export const usual: PollSettings = { activeSeconds: 10, idleSeconds: 300, unchangedMinutes: 60 };
/** One interval of ten seconds with the jitter of these tests, and a little more. */
export const oneReadMs = 10_600;

export async function watching(
  tenant: Parameters<typeof tinyGraph>[0],
  settings: PollSettings = usual,
  random: () => number = () => 0.5,
  recorder?: Parameters<typeof createWatchQuery>[0]["recorder"],
) {
  const graph = tinyGraph(tenant);
  const { reader, meter } = graph;
  const client = new QueryClient();
  const watch = createWatchQuery({
    ...{ reader, meter, recorder, settings, random },
    watchKey: "ada",
    clock: Date.now,
  });
  const observer = new QueryObserver(client, watch.options);
  const unsubscribe = observer.subscribe(() => undefined);
  await pass(1);
  const data = () => client.getQueryData<WatchedTokens>(watch.options.queryKey);
  return {
    ...graph,
    data,
    state: () => observer.getCurrentResult(),
    plan: () => planRead(data(), settings),
    refresh() {
      watch.wantFullRead();
      void observer.refetch({ cancelRefetch: false });
    },
    stop() {
      unsubscribe();
      client.clear();
    },
  };
}

export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** The requests of one interval. */
export async function nextRead({ sent }: { readonly sent: SentRequest[] }): Promise<readonly SentRequest[]> {
  const before = sent.length;
  await pass(oneReadMs);
  return sent.slice(before);
}

export const attempts = ({ data }: { readonly data: () => WatchedTokens | undefined }, index: number) =>
  data()?.snapshot.tokens[index]?.actionResults?.[0]?.totalLicensesCount;

/** What the history is told to be no longer reported. */
export const gone = ({ data }: { readonly data: () => WatchedTokens | undefined }) => {
  const watched = data();
  return watched && recordedRead(watched, usual, { askedAt: null, isHidden: false }).notFound;
};

export const throttled = (seconds: number) => ({ status: 429, headers: { "Retry-After": String(seconds) } });
