import { type Session, type SessionState, SignInError, type SignInProblem } from "./session.ts";

/** Nothing can be done here until the page is loaded again under better conditions. */
export function createFailedSession(problem: SignInProblem): Session {
  const state: SessionState = { kind: "signedOut", accounts: [], problem, signedOutAccount: null };
  return {
    getState: () => state,
    subscribe: () => () => {},
    getAccessToken: () => Promise.reject(new SignInError(problem)),
    signIn: async () => window.location.reload(),
    switchAccount: () => {},
    signOut: async () => {},
    preload: () => {},
    dispose: () => {},
  };
}
