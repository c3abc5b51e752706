import type { CDPSession } from "@playwright/test";
import { type BenchPage, pollAtInterval } from "./benchPage.ts";
import { type Traffic, trafficBetween } from "./graphTraffic.ts";
import { type MainThread, traceMainThread } from "./mainThread.ts";

/** One poll and the two seconds to the next one, the average of several. */
export interface PollCost extends Traffic, MainThread {}

export async function measurePolls(
  browser: CDPSession,
  benchPage: BenchPage,
  count: number,
): Promise<PollCost> {
  const { page, traffic, variant } = benchPage;
  // The product polls on its own: its window begins where a poll has ended.
  if (variant === "product") await benchPage.poll();
  const before = traffic.read();
  const [pollsBefore, servedBefore] = [benchPage.polls(), benchPage.served()];
  const { busyMs, longestTaskMs } = await traceMainThread(browser, page, async () => {
    for (let poll = 0; poll < count; poll += 1) await pollAtInterval(benchPage);
  });
  const polls = benchPage.polls() - pollsBefore;
  const { requests, preflights, wireBytes, bodyBytes } = trafficBetween(before, traffic.read());
  const served = benchPage.served() - servedBefore;
  if (served !== requests) throw new Error(`Chromium counts ${requests} requests, Graph ${served}`);
  return {
    requests: requests / polls,
    preflights: preflights / polls,
    wireBytes: wireBytes / polls,
    bodyBytes: bodyBytes / polls,
    busyMs: busyMs / polls,
    longestTaskMs,
  };
}
