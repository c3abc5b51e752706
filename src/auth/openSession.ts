import type { AccountInfo, AuthenticationResult, SilentRequest } from "@azure/msal-browser";
import { createAccountState } from "./accountState.ts";
import { openClockCheck } from "./clockCheck.ts";
import type { Interaction, InteractiveRequest } from "./interaction.ts";
import { preloadProblems, problemOf } from "./laterProblem.ts";
import type { MsalClient } from "./msalClient.ts";
import { newProblem } from "./newProblem.ts";
import {
  type AccessTokenRequest,
  type Session,
  SignInError,
  type SignInOptions,
  type SignInProblem,
} from "./session.ts";
import { openSignOutChannel } from "./signOutChannel.ts";

interface OpenSessionOptions {
  readonly clientId: string;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  readonly clock: () => number;
  /** The host hands out its own tokens, which may have been issued long before. */
  readonly isBrokered?: boolean;
}

/** Silent renewals that time out in a row before a person is asked: the network may just be waking up. */
const patientTimeouts = 2;

/** What a silent renewal says where only a person can go on: after one was refused, why that was says more. */
const saysLittle: ReadonlySet<SignInProblem["kind"]> = new Set(["sessionEnded", "timedOut"]);

/** The session over a started MSAL: takes up a sign-in that comes back to this page, then follows its account. */
export async function openSession(
  client: MsalClient,
  options: OpenSessionOptions,
  interaction: Interaction,
): Promise<Session> {
  const { clientId, tenantId, clock, isBrokered = false } = options;
  const accounts = createAccountState(client, tenantId);
  const channel = openSignOutChannel(clientId, (accountId) => void forget(accountId));
  const forgotten = new Set<string>();
  let wantedScopes = options.scopes;
  const clockCheck = openClockCheck(clock, isBrokered);
  let clockChecked: Promise<void> = Promise.resolve();
  let refused: SignInProblem | null = null;
  let timeoutsInRow = 0;
  let signingIn: Promise<void> | null = null;
  let attempts = 0;

  async function takeUpSignIn() {
    try {
      const result = await interaction.takeUp(accounts.remembered() !== null);
      if (result !== null) {
        accounts.learnTenant(result.account);
        clockCheck.learn(result);
      }
      const account = accounts.find(result?.account.homeAccountId) ?? accounts.remembered();
      begin(account, account === null ? null : clockCheck.problem());
      if (result === null) clockChecked = checkClockAgain();
    } catch (error) {
      const problem = await problemOf(error, clock());
      refused = problem;
      const account = accounts.remembered();
      // Whether it matters to an account that is signed in, its next access token tells.
      begin(account, account === null ? problem : { ...problem, needsPerson: false });
      clockChecked = checkClockAgain();
    }
  }

  /** Whoever has set the clock right loads the page again: only a new ID token tells whether it is. */
  async function checkClockAgain() {
    const account = accounts.current();
    if (account === null || clockCheck.problem() === null) return;
    try {
      await renew({ scopes: [...wantedScopes], account, forceRefresh: true });
      if (accounts.problem()?.kind === "clockWrong") accounts.setProblem(clockCheck.problem());
    } catch {
      // The next access token that has to be renewed tells; what else is wrong is said where one is needed.
    }
  }

  function begin(account: AccountInfo | null, problem: SignInProblem | null) {
    if (account === null) accounts.showSignedOut(problem, null);
    else accounts.showSignedIn(account, problem);
  }

  async function getAccessToken(request: AccessTokenRequest): Promise<string> {
    const account = accounts.current();
    if (account === null) throw new SignInError(newProblem("sessionEnded", clock()));
    try {
      const accessToken = await acquireSilently(account, request);
      timeoutsInRow = 0;
      refused = null;
      accounts.setProblem(clockCheck.problem());
      return accessToken;
    } catch (error) {
      throw error instanceof SignInError ? error : await refusal(error, account, request);
    }
  }

  /**
   * MSAL shares equal requests that run at once; claims make it skip its cache. Two that differ would use up one
   * refresh token at once, so none begins beside the clock's.
   */
  async function acquireSilently(account: AccountInfo, { scopes, claims }: AccessTokenRequest) {
    const request = { scopes: [...scopes], account, ...(claims !== undefined && { claims }) };
    await clockChecked;
    return renew(request);
  }

  /** One of MSAL's silent requests, and what its answer tells beside the access token. */
  async function renew(request: SilentRequest & { readonly account: AccountInfo }): Promise<string> {
    const result = await client.acquireTokenSilent(request);
    await refuseForgotten(request.account);
    clockCheck.learn(result, request.account.idTokenClaims);
    return result.accessToken;
  }

  /** A renewal that ends after its account was signed out has put tokens back; one for another account is no use. */
  async function refuseForgotten(account: AccountInfo) {
    if (forgotten.has(account.homeAccountId)) await client.clearCache({ account });
    if (!isCurrent(account)) throw new SignInError(newProblem("sessionEnded", clock()));
  }

  async function refusal(
    error: unknown,
    account: AccountInfo,
    { scopes, claims }: AccessTokenRequest,
  ): Promise<SignInError> {
    const found = await problemOf(error, clock());
    timeoutsInRow = found.kind === "timedOut" ? timeoutsInRow + 1 : 0;
    const needsPerson = found.needsPerson || timeoutsInRow > patientTimeouts;
    const told = refused !== null && saysLittle.has(found.kind) ? refused : found;
    const problem = { ...told, needsPerson, claims: found.claims ?? claims ?? null };
    if (needsPerson && isCurrent(account)) {
      wantedScopes = scopes;
      accounts.setProblem(problem);
    }
    return new SignInError(problem, error);
  }

  function isCurrent({ homeAccountId }: AccountInfo): boolean {
    return accounts.current()?.homeAccountId === homeAccountId;
  }

  function signIn(signInOptions: SignInOptions = {}): Promise<void> {
    if (signingIn !== null && !interaction.mayBeginAgain) return signingIn;
    const mine = interact(signInOptions).finally(() => {
      if (signingIn === mine) signingIn = null;
    });
    signingIn = mine;
    return mine;
  }

  async function interact(signInOptions: SignInOptions) {
    const request = interactiveRequest(signInOptions);
    attempts += 1;
    const attempt = attempts;
    try {
      const result = await interaction.signIn(request);
      if (result !== null) follow(result);
    } catch (error) {
      if (attempt !== attempts) return;
      const claims = request.claims ?? null;
      const problem = { ...(await problemOf(error, clock())), needsPerson: true, claims };
      // Nobody has refused what never arrived.
      if (problem.kind !== "loginUnreachable") refused = problem;
      accounts.setProblem(problem);
    }
  }

  function follow(result: AuthenticationResult) {
    accounts.learnTenant(result.account);
    clockCheck.learn(result);
    forgotten.delete(result.account.homeAccountId);
    timeoutsInRow = 0;
    refused = null;
    accounts.showSignedIn(result.account, clockCheck.problem());
  }

  function interactiveRequest({
    accountId,
    prompt = defaultPrompt(accountId),
  }: SignInOptions): InteractiveRequest {
    const claims = accounts.problem()?.claims ?? null;
    const account = prompt === "select_account" ? null : (accounts.find(accountId) ?? accounts.current());
    return {
      scopes: [...wantedScopes],
      ...(account !== null && { account }),
      ...(prompt !== undefined && { prompt }),
      ...(claims !== null && { claims }),
    };
  }

  /** After a sign-out the login page must not let the same person back in without asking. */
  function defaultPrompt(accountId: string | undefined): SignInOptions["prompt"] {
    const state = accounts.get();
    const mustAsk = accountId === undefined && state.kind === "signedOut" && state.signedOutAccount !== null;
    return mustAsk ? "select_account" : undefined;
  }

  function switchAccount(accountId: string) {
    const account = accounts.find(accountId);
    if (account === null) return;
    timeoutsInRow = 0;
    refused = null;
    wantedScopes = options.scopes;
    accounts.showSignedIn(account, clockCheck.problem());
  }

  async function signOut() {
    const account = accounts.current();
    if (account === null) return;
    channel.announce(account.homeAccountId);
    await forget(account.homeAccountId);
  }

  async function forget(accountId: string) {
    forgotten.add(accountId);
    const account = accounts.find(accountId);
    const inUse = accounts.current();
    if (account === null) return;
    // What MSAL cannot clear ends with the tab; nothing of it is used or shown here again.
    await client.clearCache({ account }).catch(() => undefined);
    if (inUse === null || inUse.homeAccountId === accountId) {
      clockCheck.forget();
      accounts.showSignedOut(null, account);
    } else accounts.showSignedIn(inUse, accounts.problem());
  }

  await takeUpSignIn();
  const { get: getState, subscribe } = accounts;
  return {
    getState,
    subscribe,
    getAccessToken,
    signIn,
    switchAccount,
    signOut,
    preload() {
      interaction.preload();
      preloadProblems();
    },
    dispose() {
      channel.close();
      interaction.cancel?.();
    },
  };
}
