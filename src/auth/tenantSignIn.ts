/** What a sign-in to a tenant has to know. */
export interface TenantSignIn {
  readonly clientId: string;
  /** GUID or verified domain, as configured. */
  readonly tenantId: string;
  /** For example `https://login.microsoftonline.com/<tenantId>`; no other host is ever asked. */
  readonly authority: string;
  /** Absolute URL of `redirect.html`, as registered. */
  readonly redirectUri: string;
  /** Asked for at sign-in. */
  readonly scopes: readonly string[];
  /** Epoch ms. */
  readonly clock: () => number;
}
