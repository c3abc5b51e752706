import type { AccountInfo, AuthenticationResult, RedirectRequest, SilentRequest } from "@azure/msal-browser";
import type { MsalClient } from "../../src/auth/msalClient.ts";
import { createMsalSession } from "../../src/auth/msalSession.ts";

export const tenantId = "11111111-2222-4333-8444-555555555555";
export const scopes = ["https://graph.microsoft.com/DeviceManagementApps.Read.All"];
export const now = Date.UTC(2026, 10, 22, 9, 0);

export const ada = account("ada");
export const ben = account("ben");

export function account(user: string, overrides: Partial<AccountInfo> = {}): AccountInfo {
  return {
    homeAccountId: `${user}.${tenantId}`,
    localAccountId: user,
    environment: "login.microsoftonline.com",
    tenantId,
    username: `${user}@contoso.example`,
    name: `${user[0]?.toUpperCase()}${user.slice(1)}`,
    ...overrides,
  };
}

interface FakeMsalOptions {
  readonly accounts?: readonly AccountInfo[];
  readonly active?: AccountInfo;
  /** When the ID tokens of renewals are issued; epoch ms. */
  readonly renewedAt?: number;
  /** What the redirect page brought back: an account, or what MSAL throws. */
  readonly redirect?: { readonly account: AccountInfo; readonly issuedAt?: number } | Error;
}

/** MSAL as far as a session uses it: a cache of accounts, and answers that a test sets. */
export function createFakeMsal(options: FakeMsalOptions = {}) {
  const { accounts = [], active, redirect, renewedAt = now } = options;
  const cache = [...accounts];
  let activeAccount: AccountInfo | null = active ?? null;
  const silentRequests: SilentRequest[] = [];
  const redirects: RedirectRequest[] = [];
  const fake = {
    answer: (() => Promise.resolve("access-token")) as (request: SilentRequest) => Promise<string>,
    renewedAt,
    reachLogin: async (_url: string, _init?: RequestInit) => new Response(),
    leave: () => Promise.resolve(),
    clear: () => Promise.resolve(),
    silentRequests,
    redirects,
    cached: () => cache.map(({ username }) => username),
    cacheAccount: (added: AccountInfo) => void cache.push(added),
  };
  const client: MsalClient = {
    getAllAccounts: () => [...cache],
    getActiveAccount: () => activeAccount,
    setActiveAccount: (chosen) => {
      activeAccount = chosen;
    },
    handleRedirectPromise: async () => {
      if (redirect === undefined) return null;
      if (redirect instanceof Error) throw redirect;
      cache.push(redirect.account);
      return result(redirect.account, "access-token", redirect.issuedAt ?? now);
    },
    acquireTokenSilent: async (request) => {
      silentRequests.push(request);
      const accessToken = await fake.answer(request);
      const fromCache = request.forceRefresh !== true && request.claims === undefined;
      return { ...result(request.account ?? ada, accessToken, fake.renewedAt), fromCache };
    },
    acquireTokenRedirect: (request) => {
      redirects.push(request);
      return fake.leave();
    },
    clearCache: async (request) => {
      await fake.clear();
      const index = cache.findIndex(({ homeAccountId }) => homeAccountId === request?.account?.homeAccountId);
      if (index >= 0) cache.splice(index, 1);
    },
  };
  return { client, msal: fake };
}

function result(signedIn: AccountInfo, accessToken: string, issuedAt: number): AuthenticationResult {
  return {
    authority: `https://login.microsoftonline.com/${tenantId}/`,
    uniqueId: signedIn.localAccountId,
    tenantId,
    scopes,
    account: signedIn,
    idToken: "",
    idTokenClaims: { iat: issuedAt / 1_000 },
    accessToken,
    fromCache: false,
    expiresOn: new Date(now + 3_600_000),
    tokenType: "Bearer",
    correlationId: "c0ffee",
  };
}

/** A session over a fake MSAL; `msal` sets its answers and shows what was asked. */
export async function openFakeSession(options: FakeMsalOptions = {}, configuredTenant = tenantId) {
  const { client, msal } = createFakeMsal(options);
  const session = await createMsalSession({
    clientId: "99999999-8888-4777-8666-555555555555",
    tenantId: configuredTenant,
    authority: `https://login.microsoftonline.com/${configuredTenant}`,
    redirectUri: "https://app.contoso.example/redirect.html",
    scopes,
    clock: () => now,
    createClient: async () => client,
    fetchLogin: (url, init) => msal.reachLogin(String(url), init),
  });
  return { session, msal };
}
