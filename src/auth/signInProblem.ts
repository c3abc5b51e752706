import { AuthError, InteractionRequiredAuthError, ServerError } from "@azure/msal-browser";
import { kindsByAadsts, kindsByErrorCode, kindsBySubError } from "./knownErrors.ts";
import { newProblem } from "./newProblem.ts";
import type { SignInProblem, SignInProblemKind } from "./session.ts";

/**
 * What MSAL threw, as a typed problem. Total: anything unknown becomes `other`, or `sessionEnded` where MSAL says
 * that a person can go on. `at`: epoch ms.
 */
export function toSignInProblem(error: unknown, at: number): SignInProblem {
  if (!(error instanceof AuthError)) return newProblem("other", at);
  const aadstsCode = aadstsCodeOf(error);
  const kind = kindOf(error, aadstsCode);
  return newProblem(kind, at, {
    errorCode: error.errorCode || null,
    aadstsCode,
    serverMessage: serverMessageOf(error),
    correlationId: error.correlationId || null,
    claims: (error instanceof InteractionRequiredAuthError && error.claims) || null,
    needsPerson: kind !== "loginUnreachable" && kind !== "timedOut",
  });
}

function kindOf(error: AuthError, aadstsCode: string | null): SignInProblemKind {
  const known =
    kindsByAadsts.get(aadstsCode ?? "") ??
    kindsBySubError.get(error.subError) ??
    kindsByErrorCode.get(error.errorCode);
  if (known !== undefined) return known;
  if (error instanceof ServerError && isBusy(error.status ?? 0)) return "loginUnreachable";
  return error instanceof InteractionRequiredAuthError ? "sessionEnded" : "other";
}

function isBusy(status: number): boolean {
  return status === 429 || status >= 500;
}

/** The number stands in the description, and beside it in a field that MSAL fills for some answers only. */
function aadstsCodeOf(error: AuthError): string | null {
  const inText = /AADSTS\d+/.exec(error.errorMessage)?.[0];
  if (inText !== undefined) return inText;
  return "errorNo" in error && error.errorNo ? `AADSTS${error.errorNo}` : null;
}

/** Without the identifiers and the time that follow the sentence: they are shown on their own. */
function serverMessageOf(error: AuthError): string | null {
  const sentence = /AADSTS\d+: (.*?)(?:\s+(?:-\s+)?(?:Trace ID|Correlation ID):|[\r\n]|$)/.exec(
    error.errorMessage,
  )?.[1];
  return sentence?.slice(0, 500) || null;
}
