/** A stretch in which reads succeeded, one soon after the other. Epoch ms. */
export interface WatchedSpan {
  readonly from: number;
  readonly to: number;
  /** How long after `to` the next read still continues the span. */
  readonly pauseMs: number;
}

export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Longest pause between two reads, in intervals, after which somebody may have missed something. */
const intervalsUntilGap = 3;
/** Far more than any retention needs; the oldest go first. */
const mostSpans = 5_000;

interface Read {
  /** Epoch ms. */
  readonly readAt: number;
  /** Until the next read is due. */
  readonly intervalMs: number;
  /** The read before may have been in sight, and so have expected this one earlier. */
  readonly isHidden: boolean;
}

/** Puts a read in. `spans`: sorted, apart from each other, as returned. */
export function withRead(
  spans: readonly WatchedSpan[],
  { readAt, intervalMs, isHidden }: Read,
): { readonly spans: readonly WatchedSpan[]; readonly touched: WatchedSpan } {
  const pauseMs = intervalsUntilGap * intervalMs;
  const index = spans.findLastIndex(({ from }) => from <= readAt);
  const before = spans[index];
  const isContinued =
    before !== undefined && readAt <= before.to + Math.max(before.pauseMs, isHidden ? pauseMs : 0);
  const touched = isContinued
    ? { from: before.from, to: Math.max(before.to, readAt), pauseMs }
    : { from: readAt, to: readAt, pauseMs };
  const next = isContinued ? spans.with(index, touched) : spans.toSpliced(index + 1, 0, touched);
  return { spans: next.slice(-mostSpans), touched };
}

/** All that was watched by either, sorted and apart from each other. */
export function unionSpans(...parts: readonly (readonly WatchedSpan[])[]): readonly WatchedSpan[] {
  const union: WatchedSpan[] = [];
  for (const span of parts.flat().sort((left, right) => left.from - right.from)) {
    const last = union.at(-1);
    if (last === undefined || span.from > last.to) union.push(span);
    else union[union.length - 1] = { ...(span.to > last.to ? span : last), from: last.from };
  }
  return union.slice(-mostSpans);
}

export function isWatched(spans: readonly WatchedSpan[], { from, to }: Gap): boolean {
  return spans.some((span) => span.from <= from && to <= span.to);
}

/** When nobody watched between `from` and `to`. The pause that follows the last read is no gap before it is too long. */
export function gapsWithin(spans: readonly WatchedSpan[], from: number, to: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let watchedUntil = from;
  for (const span of spans) {
    if (span.from > watchedUntil) gaps.push({ from: watchedUntil, to: Math.min(span.from, to) });
    watchedUntil = Math.max(watchedUntil, span.to);
    if (watchedUntil >= to) break;
  }
  const pauseMs = spans.at(-1)?.pauseMs ?? 0;
  if (to > watchedUntil + pauseMs) gaps.push({ from: watchedUntil, to });
  return gaps.filter((gap) => gap.to > gap.from);
}
