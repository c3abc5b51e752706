import type { FailureExplanation } from "../../domain/explainFailure.ts";
import { isRunning } from "../../domain/outcome.ts";
import { isUnrecognized } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";

/**
 * What the sentences of causes, steps and advice may name: who, with what, when. Each takes what it needs. `show` makes
 * foreign text fit for where the sentence goes.
 */
export function sentenceValues<Shown>(
  { vppToken, result, outcome }: Revocation,
  explanation: FailureExplanation | null,
  show: (foreign: string) => Shown,
) {
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
    when: isRunning(outcome) ? "running" : explanation?.steps[0] === "runAgain" ? "changed" : "other",
    reason: show(isUnrecognized(failureReason) ? failureReason.raw : ""),
    state: show(isUnrecognized(actionState) ? actionState.raw : ""),
  };
}

export type SentenceValues<Shown> = ReturnType<typeof sentenceValues<Shown>>;
