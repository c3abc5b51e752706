import type { SignInProblem, SignInProblemKind } from "./session.ts";

/** A problem that needs a person and of which nothing more is known, but for `details`. */
export function newProblem(
  kind: SignInProblemKind,
  at: number,
  details: Partial<Omit<SignInProblem, "kind" | "at">> = {},
): SignInProblem {
  return {
    kind,
    errorCode: null,
    aadstsCode: null,
    serverMessage: null,
    correlationId: null,
    claims: null,
    needsPerson: true,
    ...details,
    at,
  };
}
