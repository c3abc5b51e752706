import type { AccountInfo, IPublicClientApplication } from "@azure/msal-browser";
import type { SignedInAccount } from "./session.ts";
import { readSessionValue, writeSessionValue } from "./sessionStore.ts";

/** The part of MSAL that a session needs. */
export type MsalClient = Pick<
  IPublicClientApplication,
  | "acquireTokenRedirect"
  | "acquireTokenSilent"
  | "clearCache"
  | "getActiveAccount"
  | "getAllAccounts"
  | "handleRedirectPromise"
  | "setActiveAccount"
>;

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The accounts that were signed in here with the configured tenant. Accounts carry a tenant's GUID, which a sign-in tells
 * where a domain is configured: until then nobody is taken for one of that tenant's.
 */
export function accountsOfTenant(client: MsalClient, tenantId: string): readonly AccountInfo[] {
  const known = guid.test(tenantId) ? tenantId : readTenant(tenantId);
  return client.getAllAccounts().filter((account) => account.tenantId.toLowerCase() === known?.toLowerCase());
}

/** `account`: of somebody who has just signed in with the configured tenant. */
export function learnTenant(tenantId: string, account: AccountInfo): void {
  if (guid.test(tenantId)) return;
  const key = tenantKey(tenantId);
  learned.set(key, account.tenantId);
  writeSessionValue(key, account.tenantId);
}

/** Where the browser keeps nothing, for as long as the page. */
const learned = new Map<string, string>();

function readTenant(domain: string): string | null {
  const key = tenantKey(domain);
  return learned.get(key) ?? readSessionValue(key);
}

function tenantKey(domain: string): string {
  return `vpp-revocation-monitor.tenant.${domain.toLowerCase()}`;
}

export function toSignedInAccount({ homeAccountId, name, username, tenantId }: AccountInfo): SignedInAccount {
  return { id: homeAccountId, name: name?.trim() || null, username, tenantId };
}
