import type { GraphError, GraphErrorKind } from "../graph/graphError.ts";

/**
 * How far the screen can be trusted now. `live`: read on time. `late`: a read is overdue. `failing`: the last read
 * failed and the next is planned. `stale`: reading fails and the last good data is older than three idle intervals
 * or a minute, whichever is longer.
 */
export type WatchHealth =
  | "starting"
  | "live"
  | "late"
  | "failing"
  | "stale"
  | "throttled"
  | "offline"
  | "paused"
  | "signInNeeded"
  | "denied";

/** Times are epoch ms. */
export interface WatchFacts {
  /** When Graph last answered a whole read. */
  readonly lastReadAt: number | null;
  /** When the next read is due; `null` while none is planned. */
  readonly nextReadAt: number | null;
  /** When the read that is under way began. */
  readonly readingSince: number | null;
  readonly isPaused: boolean;
  readonly isOnline: boolean;
  /** What went wrong with the last read; `null` after a success. */
  readonly problem: GraphError | null;
  /** The interval that applies now, in milliseconds. */
  readonly intervalMs: number;
}

const graceMs = 5_000;

/** `now`: epoch ms. What a person has to know first wins. */
export function deriveWatchHealth(facts: WatchFacts, now: number): WatchHealth {
  if (facts.isPaused) return "paused";
  if (!facts.isOnline) return "offline";
  const fromProblem = facts.problem === null ? null : healthOfProblem[facts.problem.kind];
  if (fromProblem !== null && fromProblem !== "failing") return fromProblem;
  if (facts.lastReadAt === null) return fromProblem ?? "starting";
  if (fromProblem === null) return isOverdue(facts, now) ? "late" : "live";
  return now - facts.lastReadAt > Math.max(3 * facts.intervalMs, 60_000) ? "stale" : "failing";
}

const healthOfProblem = {
  signInNeeded: "signInNeeded",
  unauthorized: "signInNeeded",
  forbidden: "denied",
  throttled: "throttled",
  signInUnavailable: "failing",
  notFound: "failing",
  serverError: "failing",
  refused: "failing",
  network: "failing",
  timeout: "failing",
  unreadableAnswer: "failing",
  badPaging: "failing",
} as const satisfies Record<GraphErrorKind, WatchHealth>;

function isOverdue(facts: WatchFacts, now: number): boolean {
  const { readingSince } = facts;
  return readingSince === null ? isReadMissed(facts, now) : now - readingSince > graceMs;
}

/**
 * Whether a read was due and has not begun: the computer slept, or its clock was set forward, and browsers' timers count
 * neither.
 */
export function isReadMissed({ nextReadAt, readingSince }: WatchFacts, now: number): boolean {
  return readingSince === null && nextReadAt !== null && now - nextReadAt > graceMs;
}
