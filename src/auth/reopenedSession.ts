import { failedState } from "./failedSession.ts";
import { preloadClients, preloadPopupClient } from "./laterClients.ts";
import { problemOf } from "./laterProblem.ts";
import { type Session, type SessionState, SignInError, type SignInProblem } from "./session.ts";
import { createStore } from "./store.ts";

interface ReopenedSessionOptions {
  readonly open: () => Promise<Session>;
  /** Why it could not be opened the first time. */
  readonly problem: SignInProblem;
  readonly clock: () => number;
}

/**
 * Stands for a session that could not be opened, in a page that must not be loaded again: signing in opens it once more,
 * and from then on is signing in. Opening may take longer than a browser lets a press open a window, so that one opens
 * none. Whatever keeps the session from opening becomes the problem of the state.
 */
export function createReopenedSession({ open, clock, ...first }: ReopenedSessionOptions): Session {
  let { problem } = first;
  const state = createStore<SessionState>(failedState(problem));
  let session: Session | null = null;
  let opening: Promise<void> | null = null;
  let isDisposed = false;

  async function reopen(): Promise<void> {
    try {
      const opened = await open();
      if (isDisposed) return opened.dispose();
      session = opened;
      opened.subscribe(() => state.set(opened.getState()));
      state.set(opened.getState());
    } catch (error) {
      problem = await problemOf(error, clock());
      state.set(failedState(problem));
    }
  }

  return {
    getState: state.get,
    subscribe: state.subscribe,
    getAccessToken: (request) => session?.getAccessToken(request) ?? Promise.reject(new SignInError(problem)),
    async signIn(options) {
      if (session !== null) return session.signIn(options);
      opening ??= reopen().finally(() => {
        opening = null;
      });
      return opening;
    },
    switchAccount: (accountId) => session?.switchAccount(accountId),
    signOut: async () => session?.signOut(),
    preload() {
      preloadClients();
      preloadPopupClient();
    },
    dispose() {
      isDisposed = true;
      session?.dispose();
    },
  };
}
