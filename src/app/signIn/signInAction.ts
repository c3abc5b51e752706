import type { Session, SignInProblemKind } from "../../auth/session.ts";

/** The one next step that a problem offers, named as its button. */
export type SignInAction = "signIn" | "again" | "continue" | "retry" | "otherAccount" | "reload";

const actions = {
  consentMissing: "again",
  conditionalAccess: "again",
  mfaRequired: "continue",
  deviceNotCompliant: "again",
  userNotAssigned: "otherAccount",
  unknownApp: "retry",
  wrongRedirectUri: "retry",
  wrongTenant: "otherAccount",
  guestAccount: "otherAccount",
  personalAccount: "otherAccount",
  popupBlocked: "again",
  cancelled: "again",
  clockWrong: "reload",
  loginUnreachable: "retry",
  timedOut: "again",
  interactionInProgress: "reload",
  storageBlocked: "reload",
  insecurePage: "reload",
  sessionEnded: "again",
  hostRefused: "retry",
  hostSlow: "retry",
  other: "retry",
} as const satisfies Record<SignInProblemKind, SignInAction>;

/** `isOwnPage`: someone else's is not to be loaded again, and what is in it not to be lost; there it is tried once more. */
export function signInActionOf(kind: SignInProblemKind, isOwnPage: boolean): SignInAction {
  const action = actions[kind];
  return action === "reload" && !isOwnPage ? "retry" : action;
}

/**
 * Resolves when the page stays; it is left by MSAL or loaded again otherwise. `page`: the one that the button stands on.
 */
export async function performSignIn(
  session: Session,
  action: SignInAction,
  page: Window | null,
): Promise<void> {
  if (action !== "reload")
    return session.signIn(action === "otherAccount" ? { prompt: "select_account" } : {});
  page?.location.reload();
  // Whoever goes on meanwhile may use up a refresh token whose successor nobody takes any more.
  await new Promise<never>(() => undefined);
}
