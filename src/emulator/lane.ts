import { type Run, resultOf } from "./run.ts";
import type { WireResult } from "./wire.ts";

/**
 * Runs that follow each other for ever on one token. They are counted from the epoch, not from the creation of the
 * emulator, so a page that is loaded again finds the revocation that its link names.
 */
export interface Lane {
  readonly periodMs: number;
  readonly phaseMs: number;
  /** Finished runs that the token still reports. */
  readonly keep: number;
  /** The run with this number, without its start. */
  plan(runNumber: number): Omit<Run, "startedAt">;
}

/** Newest first. `now`: epoch ms. */
export function laneResults(lane: Lane, now: number): readonly WireResult[] {
  const current = runNumberAt(lane, now);
  return Array.from({ length: lane.keep + 1 }, (_, age) => current - age).flatMap((runNumber) => {
    const startedAt = runNumber * lane.periodMs - lane.phaseMs;
    return resultOf({ startedAt, ...lane.plan(runNumber) }, now) ?? [];
  });
}

export function runNumberAt({ periodMs, phaseMs }: Pick<Lane, "periodMs" | "phaseMs">, now: number): number {
  return Math.floor((now + phaseMs) / periodMs);
}
