import type { FailureExplanation } from "../../domain/explainFailure.ts";
import { isRunning } from "../../domain/outcome.ts";
import { isUnrecognized } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { BidiText } from "../../ui/BidiText.tsx";

/** What the sentences of causes, steps and advice may name: who, with what, when. Each takes what it needs. */
export function sentenceValues(
  { vppToken, result, outcome }: Revocation,
  explanation: FailureExplanation | null,
) {
  const { accountType, appleId } = vppToken;
  const { failureReason, actionState } = result;
  const isContradicted = explanation?.evidence.some(({ verdict }) => verdict === "contradicts") === true;
  const hasAppleId = appleId !== null && appleId.trim() !== "";
  return {
    outcome,
    fit: isContradicted ? "contradicted" : "other",
    account: hasAppleId ? "known" : "other",
    appleId: <BidiText text={appleId ?? ""} overflow="wrap" />,
    manager: typeof accountType === "string" ? accountType : "other",
    when: isRunning(outcome) ? "running" : explanation?.steps[0] === "runAgain" ? "changed" : "other",
    reason: <BidiText text={isUnrecognized(failureReason) ? failureReason.raw : ""} overflow="wrap" />,
    state: <BidiText text={isUnrecognized(actionState) ? actionState.raw : ""} overflow="wrap" />,
  };
}

export type SentenceValues = ReturnType<typeof sentenceValues>;
