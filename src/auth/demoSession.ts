import { newProblem } from "./newProblem.ts";
import { type Session, type SessionState, type SignedInAccount, SignInError } from "./session.ts";
import { createStore } from "./store.ts";

const account: SignedInAccount = {
  id: "demo",
  name: "Ada Admin",
  username: "ada@contoso.example",
  tenantId: "contoso.example",
};

const signedIn: SessionState = { kind: "signedIn", account, accounts: [account], problem: null };
const signedOut: SessionState = {
  kind: "signedOut",
  accounts: [account],
  problem: null,
  signedOutAccount: account,
};

/**
 * A fictional account for the emulated tenant. Access tokens are `demo-1`, `demo-2`…, a new one with each sign-in;
 * a claims challenge can only be met by signing in again.
 */
export function createDemoSession(clock: () => number): Session {
  const store = createStore<SessionState>(signedIn);
  let signIns = 1;

  function begin() {
    signIns += 1;
    store.set({ ...signedIn });
  }

  function refuse(claims: string | null): SignInError {
    const problem = newProblem("sessionEnded", clock(), { claims });
    const state = store.get();
    if (state.kind === "signedIn") store.set({ ...state, problem });
    return new SignInError(problem);
  }

  return {
    getState: store.get,
    subscribe: store.subscribe,
    getAccessToken: async ({ claims }) => {
      if (claims !== undefined || store.get().kind !== "signedIn") throw refuse(claims ?? null);
      return `demo-${signIns}`;
    },
    signIn: async () => begin(),
    switchAccount: begin,
    signOut: async () => store.set(signedOut),
    preload: () => {},
    dispose: () => {},
  };
}
