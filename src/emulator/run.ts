import type { ActionState, VppTokenActionFailureReason } from "@microsoft/microsoft-graph-types-beta";
import { type WireResult, wireResult } from "./wire.ts";

/** One revocation from its start to its end; what Graph says of it at any time follows from this alone. */
export interface Run {
  /** Epoch ms. */
  readonly startedAt: number;
  readonly pendingMs: number;
  readonly activeMs: number;
  /** Counts move in steps of this length. */
  readonly stepMs: number;
  /** Licences attempted and failed when it ends. */
  readonly attempted: number;
  readonly failed: number;
  readonly endsAs: ActionState;
  readonly reason: VppTokenActionFailureReason;
}

/** `null` before the run starts. `now`: epoch ms. */
export function resultOf(run: Run, now: number): WireResult | null {
  const { startedAt, pendingMs, activeMs } = run;
  const activeFor = now - startedAt - pendingMs;
  if (now < startedAt) return null;
  if (activeFor < 0) return wireResult({ startedAt, updatedAt: startedAt }, { actionState: "pending" });
  if (activeFor < activeMs) return whileActive(run, activeFor);
  return wireResult(
    { startedAt, updatedAt: startedAt + pendingMs + activeMs },
    {
      actionState: run.endsAs,
      totalLicensesCount: run.attempted,
      failedLicensesCount: run.failed,
      actionFailureReason: run.reason,
    },
  );
}

function whileActive(run: Run, activeFor: number): WireResult {
  const step = Math.floor(activeFor / run.stepMs);
  const share = Math.min(1, (step * run.stepMs) / run.activeMs);
  return wireResult(
    { startedAt: run.startedAt, updatedAt: run.startedAt + run.pendingMs + step * run.stepMs },
    {
      actionState: "active",
      totalLicensesCount: Math.round(run.attempted * share),
      failedLicensesCount: Math.floor(run.failed * share),
    },
  );
}
