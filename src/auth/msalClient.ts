import type { AccountInfo, IPublicClientApplication } from "@azure/msal-browser";
import type { SignedInAccount } from "./session.ts";

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
 * The accounts that were signed in here with the configured tenant. A domain cannot be compared with the GUIDs that
 * accounts carry; the authority then holds every request to that tenant.
 */
export function accountsOfTenant(client: MsalClient, tenantId: string): readonly AccountInfo[] {
  const accounts = client.getAllAccounts();
  if (!guid.test(tenantId)) return accounts;
  return accounts.filter((account) => account.tenantId.toLowerCase() === tenantId.toLowerCase());
}

export function toSignedInAccount({ homeAccountId, name, username, tenantId }: AccountInfo): SignedInAccount {
  return { id: homeAccountId, name: name?.trim() || null, username, tenantId };
}
