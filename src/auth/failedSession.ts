import { type Session, type SessionState, SignInError, type SignInProblem } from "./session.ts";

export function failedState(problem: SignInProblem): SessionState {
  return { kind: "signedOut", accounts: [], problem, signedOutAccount: null };
}

/** Nothing can be done here until the page is loaded again under better conditions. */
export function createFailedSession(problem: SignInProblem): Session {
  const state = failedState(problem);
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
