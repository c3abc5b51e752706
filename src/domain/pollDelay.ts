export interface PollSettings {
  /** While anything is pending or active. */
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  /** A running revocation that has not moved for this long is pointed out. */
  readonly unchangedMinutes: number;
}

export const defaultPollSettings: PollSettings = {
  activeSeconds: 10,
  idleSeconds: 300,
  unchangedMinutes: 60,
};

export interface PollSituation {
  readonly hasRunning: boolean;
  /** Shortest interval that keeps the bound on requests; see `boundIntervalMs`. */
  readonly boundMs: number;
  /** Reads that failed in a row; 0 after a success. */
  readonly failures: number;
  /** What Graph asked for, in milliseconds; it wins over everything. */
  readonly retryAfterMs: number | null;
  /** 0 up to 1, drawn once per read, so that many tabs do not ask in step. */
  readonly jitter: number;
  /** No page of the person's is in sight; absent: one is. */
  readonly isHidden?: boolean;
}

/** Nobody waits for what is out of sight. */
export const shortestHiddenMs = 60_000;
const firstBackoffMs = 2_000;
const longestBackoffMs = 5 * 60_000;
/** A wait that Graph asks for is kept up to this bound, beyond which it is more likely a mistake. */
const longestRetryAfterMs = 60 * 60_000;

/**
 * Wait before the next read of Graph, in milliseconds. Total: never throws.
 * After failures: the wait that Graph asked for, else exponential backoff with full jitter (never under a second).
 * Otherwise the configured interval or the one of the request bound, whichever is longer, and up to a tenth more, so that
 * tabs and users drift apart. Out of sight never less than a minute.
 * Source: https://learn.microsoft.com/graph/throttling
 */
export function pollDelayMs(situation: PollSituation, settings: PollSettings): number {
  return Math.max(visibleDelayMs(situation, settings), situation.isHidden ? shortestHiddenMs : 0);
}

function visibleDelayMs(situation: PollSituation, settings: PollSettings): number {
  const { hasRunning, boundMs, failures, retryAfterMs, jitter } = situation;
  if (failures > 0 && retryAfterMs !== null) {
    return Math.min(Math.max(retryAfterMs, 1_000), longestRetryAfterMs) + jitter * 1_000;
  }
  if (failures > 0) {
    const ceilingMs = Math.min(firstBackoffMs * 2 ** Math.min(failures, 20), longestBackoffMs);
    return Math.max(1_000, jitter * ceilingMs);
  }
  const intervalMs = 1_000 * (hasRunning ? settings.activeSeconds : settings.idleSeconds);
  return Math.max(intervalMs, boundMs) * (1 + 0.1 * jitter);
}
