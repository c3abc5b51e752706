import { InteractionRequiredAuthError } from "@azure/msal-browser";
import { type Session, SignInError, type SignInProblem } from "../../src/auth/session.ts";
import { openFakeSession } from "./fakeMsal.ts";

const open: Session[] = [];

export async function openSession(...options: Parameters<typeof openFakeSession>) {
  const opened = await openFakeSession(...options);
  closeLater(opened.session);
  return opened;
}

export async function problemOf(token: Promise<string>): Promise<SignInProblem> {
  const error = await token.then(
    () => null,
    (refused: unknown) => refused,
  );
  if (!(error instanceof SignInError)) throw new Error(`expected a SignInError, got ${String(error)}`);
  return error.problem;
}

export const mfa = (claims = "") =>
  new InteractionRequiredAuthError(
    "interaction_required",
    "c0ffee",
    "AADSTS50076: Use MFA.",
    "basic_action",
    "",
    "",
    claims,
  );

/** After each test: no session and nothing of its page is left for the next. */
export function closeSessions(): void {
  for (const session of open.splice(0)) session.dispose();
  window.sessionStorage.clear();
  window.history.replaceState(null, "", "/");
}

/** For a test that opens one by itself. */
export function closeLater(session: Session): void {
  open.push(session);
}
