import type { FailureExplanation } from "../../domain/explainFailure.ts";
import { laterRunOf } from "../../domain/laterRun.ts";
import { isRunning } from "../../domain/outcome.ts";
import { isUnrecognized } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";

/**
 * What the sentences of causes, steps and advice may name: who, with what, when. Each takes what it needs. `show` makes
 * foreign text fit for where the sentence goes.
 */
export function sentenceValues<Shown>(
  revocation: Revocation,
  explanation: FailureExplanation | null,
  show: (foreign: string) => Shown,
) {
  const { vppToken, result, outcome } = revocation;
  const { accountType, appleId } = vppToken;
  const { failureReason, actionState } = result;
  const isContradicted = explanation?.evidence.some(({ verdict }) => verdict === "contradicts") === true;
  const hasAppleId = appleId !== null && appleId.trim() !== "";
  return {
    outcome,
    fit: isContradicted ? "contradicted" : "other",
    account: hasAppleId ? "known" : "other",
    appleId: show(appleId ?? ""),
    manager: typeof accountType === "string" ? accountType : "other",
    when: whenOf(revocation, explanation),
    reason: show(isUnrecognized(failureReason) ? failureReason.raw : ""),
    state: show(isUnrecognized(actionState) ? actionState.raw : ""),
  };
}

/** When it may be started again: after this run, after a newer one, at once since its cause has gone, or by and by. */
export type When = "running" | "newer" | "changed" | "other";

function whenOf(revocation: Revocation, explanation: FailureExplanation | null): When {
  if (isRunning(revocation.outcome)) return "running";
  if (laterRunOf(revocation) === "running") return "newer";
  return explanation?.steps[0] === "runAgain" ? "changed" : "other";
}

export type SentenceValues<Shown> = ReturnType<typeof sentenceValues<Shown>>;
