import type { AccountInfo } from "@azure/msal-browser";
import { accountsOfTenant, learnTenant, type MsalClient, toSignedInAccount } from "./msalClient.ts";
import type { SessionState, SignInProblem } from "./session.ts";
import { createStore } from "./store.ts";

/** Whom MSAL knows here and who of them is in use, as the state that the app sees. */
export function createAccountState(client: MsalClient, tenantId: string) {
  const store = createStore<SessionState>({ kind: "starting" });

  function find(id: string | undefined): AccountInfo | null {
    return accountsOfTenant(client, tenantId).find(({ homeAccountId }) => homeAccountId === id) ?? null;
  }

  function current(): AccountInfo | null {
    const state = store.get();
    return state.kind === "signedIn" ? find(state.account.id) : null;
  }

  /** The account that was in use before this page was loaded, or the only one there is. */
  function remembered(): AccountInfo | null {
    const all = accountsOfTenant(client, tenantId);
    const only = all.length === 1 ? all[0] : undefined;
    return find(client.getActiveAccount()?.homeAccountId) ?? only ?? null;
  }

  function showSignedIn(account: AccountInfo, problem: SignInProblem | null) {
    client.setActiveAccount(account);
    store.set({ kind: "signedIn", account: toSignedInAccount(account), accounts: known(), problem });
  }

  /** `account`: one that a person has just signed out. */
  function showSignedOut(problem: SignInProblem | null, account: AccountInfo | null) {
    const signedOutAccount = account && toSignedInAccount(account);
    store.set({ kind: "signedOut", accounts: known(), problem, signedOutAccount });
  }

  function known() {
    return accountsOfTenant(client, tenantId).map(toSignedInAccount);
  }

  function problem(): SignInProblem | null {
    const state = store.get();
    return state.kind === "starting" ? null : state.problem;
  }

  function setProblem(next: SignInProblem | null) {
    const state = store.get();
    if (state.kind !== "starting" && state.problem !== next) store.set({ ...state, problem: next });
  }

  const { get, subscribe } = store;
  return {
    ...{ get, subscribe, find, current, remembered, showSignedIn, showSignedOut, problem, setProblem },
    /** Before an account of a sign-in that has just come back is looked for. */
    learnTenant: (account: AccountInfo) => learnTenant(tenantId, account),
  };
}
