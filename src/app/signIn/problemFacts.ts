import type { SignInProblem } from "../../auth/session.ts";
import type { FormatText } from "../../i18n/useText.ts";
import type { SignInTarget } from "./signInTarget.ts";

export interface ProblemFact {
  readonly label: string;
  readonly value: string;
}

/** What support will ask for, without what is not known. `time`: the moment of the problem, as its reader wants it. */
export function problemFacts(
  problem: SignInProblem,
  target: SignInTarget | null,
  time: string,
  text: FormatText,
): readonly ProblemFact[] {
  const code = [problem.aadstsCode, problem.errorCode].filter((part) => part !== null).join(" · ");
  const all: readonly { label: string; value: string | null | undefined }[] = [
    { label: text("signIn.details.code"), value: code },
    { label: text("signIn.details.message"), value: problem.serverMessage },
    { label: text("signIn.details.correlationId"), value: problem.correlationId },
    { label: text("signIn.details.time"), value: time },
    { label: text("signIn.details.application"), value: target?.clientId },
    { label: text("signIn.details.tenant"), value: target?.tenantId },
  ];
  return all.flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}
