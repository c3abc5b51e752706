import { BrowserCacheLocation, type Configuration, LogLevel, ProtocolMode } from "@azure/msal-browser";
import { createLoginNetwork } from "./loginNetwork.ts";

interface MsalConfigurationOptions {
  readonly clientId: string;
  /** For example `https://login.microsoftonline.com/<tenantId>`. */
  readonly authority: string;
  /** Absolute URL of `redirect.html`. */
  readonly redirectUri: string;
  /** Absolute URL of `relay.html`, for a frame that signs in by a window of its own. */
  readonly relayUri?: string;
  /** Nothing can be kept: the sign-in lasts as long as the page. */
  readonly isStorageBlocked?: boolean;
}

/** How long a person may take in a window of its own: a password, a code, a device that is found and unlocked. */
const signInWindowMs = 10 * 60_000;

/**
 * MSAL for one tenant of one cloud. The authority's own host is trusted and its endpoints are given, so that no
 * discovery is asked of any host; MSAL would otherwise replace some hosts by their aliases (China's).
 */
export function msalConfiguration({
  clientId,
  authority,
  redirectUri,
  relayUri,
  isStorageBlocked = false,
}: MsalConfigurationOptions): Configuration {
  const { host, origin } = new URL(authority);
  return {
    auth: {
      clientId,
      authority,
      redirectUri,
      ...(relayUri !== undefined && { popupRelayUri: relayUri }),
      knownAuthorities: [host],
      authorityMetadata: JSON.stringify(endpointsOf(origin)),
      clientCapabilities: ["CP1"],
    },
    cache: {
      cacheLocation: isStorageBlocked
        ? BrowserCacheLocation.MemoryStorage
        : BrowserCacheLocation.SessionStorage,
    },
    system: {
      protocolMode: ProtocolMode.AAD,
      networkClient: createLoginNetwork(origin),
      allowPlatformBroker: false,
      popupBridgeTimeout: signInWindowMs,
      loggerOptions: { piiLoggingEnabled: false, logLevel: LogLevel.Error, loggerCallback: () => {} },
    },
  };
}

/** Source: https://learn.microsoft.com/entra/identity-platform/v2-protocols#endpoints */
function endpointsOf(origin: string) {
  const tenant = `${origin}/{tenantid}`;
  return {
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
  };
}
