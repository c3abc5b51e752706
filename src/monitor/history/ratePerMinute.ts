import type { Timeline } from "./timeline.ts";

const minuteMs = 60_000;

/** How fast licences were attempted between `from` and `to` (epoch ms). */
export interface AttemptRate {
  readonly perMinute: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Licences attempted per minute over the last stretch that was watched without a gap; it says nothing of what is to
 * come. `null` when it cannot be told: watched for less than a minute, a count that is missing, negative or fell.
 */
export function deriveRatePerMinute({ from, to, points, gaps }: Timeline): AttemptRate | null {
  const lastGap = gaps.at(-1);
  const isUnwatchedNow = lastGap !== undefined && lastGap.to >= to;
  const end = isUnwatchedNow ? lastGap.from : to;
  const start = Math.max(from, (isUnwatchedNow ? gaps.at(-2)?.to : lastGap?.to) ?? from);
  const atStart = points.findLastIndex(({ at }) => at <= start);
  const counts = points
    .slice(Math.max(atStart, 0))
    .filter(({ at }) => at <= end)
    .map(({ attempted }) => attempted);
  const attempted = risenBy(counts);
  if (attempted === null || end - start < minuteMs) return null;
  return { perMinute: attempted / ((end - start) / minuteMs), from: start, to: end };
}

function risenBy(counts: readonly (number | null)[]): number | null {
  let last: number | null = null;
  for (const count of counts) {
    if (count === null || count < (last ?? 0)) return null;
    last = count;
  }
  const first = counts[0];
  return last === null || first === null || first === undefined ? null : last - first;
}
