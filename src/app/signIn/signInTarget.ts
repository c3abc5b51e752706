import { vppTokenScopes } from "../../graph/scopes.ts";
import { clouds } from "../config/clouds.ts";
import type { AppConfig } from "../config/parseConfig.ts";
import { redirectUriOf } from "../config/redirectUri.ts";
import type { PortalConfig } from "../portal/portalConfig.ts";

/** What people sign in to, as far as words and links need it. */
export interface SignInTarget {
  readonly clientId: string;
  readonly tenantId: string;
  /** What the app registration has to name. */
  readonly redirectUri: string;
  /** For example `login.microsoftonline.com`. */
  readonly loginHost: string;
  /** For example `DeviceManagementApps.Read.All`. */
  readonly permission: string;
  /** Source: https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent */
  readonly adminConsentUrl: string;
  /** Ends the Microsoft session of the whole browser, which this app leaves alone. */
  readonly microsoftSignOutUrl: string;
}

/** `null` where nobody signs in, as in the demo. `pageUrl`: the app's own, without query and fragment. */
export function signInTarget(config: AppConfig | PortalConfig, pageUrl: string | null): SignInTarget | null {
  if (config.mode !== "tenant") return null;
  const redirectUri = redirectUriOf(config, pageUrl);
  if (redirectUri === null) return null;
  const { clientId, tenantId } = config;
  const { loginOrigin, graphOrigin } = clouds[config.cloud];
  const authority = `${loginOrigin}/${encodeURIComponent(tenantId)}`;
  return {
    clientId,
    tenantId,
    redirectUri,
    loginHost: new URL(loginOrigin).host,
    permission: vppTokenScopes(graphOrigin).map(permissionOf).join(", "),
    adminConsentUrl: `${authority}/adminconsent?${new URLSearchParams({ client_id: clientId })}`,
    microsoftSignOutUrl: `${authority}/oauth2/v2.0/logout`,
  };
}

function permissionOf(scope: string): string {
  return scope.slice(scope.lastIndexOf("/") + 1);
}
