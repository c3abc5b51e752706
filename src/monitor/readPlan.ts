import type { PollSettings } from "../domain/pollDelay.ts";
import { boundIntervalMs } from "../domain/requestBound.ts";
import { hotTokenIds, type WatchedTokens } from "./watchedTokens.ts";

/** How the watch goes on while all goes well. */
export interface ReadPlan {
  /** While something runs, only running tokens, or `allInstead` of them where that takes fewer requests. */
  readonly reads: "all" | "running" | "allInstead";
  /** The interval that the settings ask for. */
  readonly configuredMs: number;
  /** The shortest interval that keeps the request bound; longer than `configuredMs` when much is running. */
  readonly boundMs: number;
}

/**
 * Reading the running tokens costs a part each, reading all a request a page. Where so much runs that the bound would
 * make the interval longer, reading all takes over if that can be done more often.
 */
export function planRead(data: WatchedTokens | undefined, settings: PollSettings): ReadPlan {
  const running = data === undefined ? 0 : hotTokenIds(data).length;
  const fullReadMs = boundIntervalMs(data?.fullReadParts ?? 0);
  if (running === 0) {
    return { reads: "all", configuredMs: 1_000 * settings.idleSeconds, boundMs: fullReadMs };
  }
  const configuredMs = 1_000 * settings.activeSeconds;
  const runningMs = boundIntervalMs(running);
  const isFullReadBetter = fullReadMs > 0 && Math.max(fullReadMs, configuredMs) < runningMs;
  if (isFullReadBetter) return { reads: "allInstead", configuredMs, boundMs: fullReadMs };
  return { reads: "running", configuredMs, boundMs: runningMs };
}
