import { isRunning, type RevocationOutcome } from "../../domain/outcome.ts";
import type { LicensesCount } from "../../domain/received.ts";
import { type Observation, onlyChanges } from "./observation.ts";
import { type Gap, gapsWithin, type WatchedSpan } from "./watchedSpans.ts";

export interface TimelinePoint {
  /** Epoch ms. */
  readonly at: number;
  /** `null` where Intune gave no whole number; the observation says what it gave. */
  readonly attempted: number | null;
  readonly failed: number | null;
  readonly observation: Observation;
  /** It became so at an unknown time before `at`: nobody watched in between. */
  readonly isAfterGap: boolean;
}

export interface StateChange {
  readonly at: number;
  /** `null` for the first one seen. */
  readonly from: Observation | null;
  readonly to: Observation;
}

/** What was seen of one revocation, from first sight until it ended, or until now while it runs. Epoch ms. */
export interface Timeline {
  readonly from: number;
  readonly to: number;
  readonly points: readonly TimelinePoint[];
  readonly stateChanges: readonly StateChange[];
  /** When nobody watched. */
  readonly gaps: readonly Gap[];
}

/** `null` without observations. `now`: epoch ms; for one that is no longer reported, when that was first seen. */
export function deriveTimeline(
  observations: readonly Observation[],
  spans: readonly WatchedSpan[],
  now: number,
): Timeline | null {
  const changes = onlyChanges(observations);
  const times = risingTimes(changes, now);
  const [first, last] = [changes[0], changes.at(-1)];
  const [from, lastAt] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || from === undefined || lastAt === undefined) return null;
  const to = isRunning(last.outcome) ? Math.max(now, lastAt) : lastAt;
  const gaps = gapsWithin(spans, from, to);
  const points = changes.map((observation, index) => {
    const at = times[index] ?? from;
    return pointOf(observation, at, times[index - 1] ?? from, gaps);
  });
  return { from, to, points, stateChanges: stateChangesOf(points), gaps };
}

/**
 * A clock that was set back shows in an observation that is later than the one after it: the correction is believed, so
 * that time never runs backwards.
 */
function risingTimes(observations: readonly Observation[], now: number): readonly number[] {
  let next = Math.max(now, observations.at(-1)?.seenAt ?? now);
  const times: number[] = [];
  for (const { seenAt } of observations.toReversed()) {
    next = Math.min(seenAt, next);
    times.push(next);
  }
  return times.reverse();
}

function pointOf(
  observation: Observation,
  at: number,
  beforeAt: number,
  gaps: readonly Gap[],
): TimelinePoint {
  return {
    at,
    attempted: countOf(observation.attempted),
    failed: countOf(observation.failed),
    observation,
    isAfterGap: gaps.some((gap) => gap.from < at && gap.to > beforeAt),
  };
}

function stateChangesOf(points: readonly TimelinePoint[]): readonly StateChange[] {
  return points.flatMap(({ at, observation: to }, index) => {
    const from = points[index - 1]?.observation ?? null;
    return from === null || isOtherState(from, to) ? [{ at, from, to }] : [];
  });
}

function isOtherState(from: StateOf, to: StateOf): boolean {
  return from.actionState !== to.actionState || from.outcome !== to.outcome;
}

interface StateOf {
  readonly actionState: string | null;
  readonly outcome: RevocationOutcome;
}

function countOf(count: LicensesCount): number | null {
  return Number.isSafeInteger(count) ? (count as number) : null;
}
