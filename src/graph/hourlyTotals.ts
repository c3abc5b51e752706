export interface RequestTotals {
  readonly requests: number;
  /** Each part of a `$batch` counts as one, as Graph counts them. */
  readonly parts: number;
  /** UTF-8 bytes of bodies after decompression. */
  readonly receivedBytes: number;
  /** Times that Graph asked for patience, and the waits that it named, in milliseconds. */
  readonly waits: number;
  readonly waitMs: number;
}

export const hourMs = 60 * 60_000;
const bucketMs = 60_000;
const nothing: RequestTotals = { requests: 0, parts: 0, receivedBytes: 0, waits: 0, waitMs: 0 };

/** Totals of the last hour, to the minute: one bucket a minute, however much is counted. Times are epoch ms. */
export function createHourlyTotals() {
  const buckets = new Map<number, RequestTotals>();

  /** What lies ahead was counted before the clock was set back, and still counts. */
  function forget(now: number): void {
    for (const minute of buckets.keys()) {
      if (Math.abs(now - minute * bucketMs) >= hourMs) buckets.delete(minute);
    }
  }

  return {
    add(counts: RequestTotals, now: number): void {
      forget(now);
      const minute = Math.floor(now / bucketMs);
      buckets.set(minute, sum(buckets.get(minute) ?? nothing, counts));
    },
    read(now: number): RequestTotals {
      forget(now);
      return [...buckets.values()].reduce(sum, nothing);
    },
    /** How many buckets are held: what bounds the memory. */
    size: () => buckets.size,
  };
}

function sum(left: RequestTotals, right: RequestTotals): RequestTotals {
  return {
    requests: left.requests + right.requests,
    parts: left.parts + right.parts,
    receivedBytes: left.receivedBytes + right.receivedBytes,
    waits: left.waits + right.waits,
    waitMs: left.waitMs + right.waitMs,
  };
}
