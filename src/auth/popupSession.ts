import { type Configuration, createStandardPublicClientApplication } from "@azure/msal-browser";
import { problemOf } from "./laterProblem.ts";
import type { MsalClient } from "./msalClient.ts";
import { msalConfiguration } from "./msalConfiguration.ts";
import { openSession } from "./openSession.ts";
import { type PopupClient, popupInteraction } from "./popupInteraction.ts";
import type { Session } from "./session.ts";
import { writeSessionValue } from "./sessionStore.ts";
import type { TenantSignIn } from "./tenantSignIn.ts";

interface PopupSessionOptions extends TenantSignIn {
  /** Absolute URL of `relay.html`, for a page in a frame. */
  readonly relayUri?: string;
  readonly createClient?: (configuration: Configuration) => Promise<Client>;
  readonly interact?: typeof popupInteraction;
  /** The host hands out its own tokens, which may have been issued long before. */
  readonly isBrokered?: boolean;
}

type Client = MsalClient & PopupClient;

const clients = new Map<string, Promise<Client>>();

/** MSAL never lets go of a channel that it opens, so what is opened again in a page gets the client that is there. */
function keptClient(configuration: Configuration): Promise<Client> {
  const { auth, cache } = configuration;
  const key = JSON.stringify([auth.clientId, auth.authority, auth.redirectUri, cache?.cacheLocation]);
  const client = clients.get(key) ?? createStandardPublicClientApplication(configuration);
  clients.set(key, client);
  client.catch(() => clients.delete(key));
  return client;
}

/**
 * A sign-in with Microsoft Entra for a page that must not go away, as one in a frame or someone else's: silently where
 * Microsoft's session can be seen from there, else by a window of its own. Where MSAL cannot start, the session is signed
 * out, its problem says why, and signing in starts it once more. Where nothing can be kept, the sign-in lasts as long as
 * the page. Rejects only where MSAL cannot start and the code for that cannot be loaded either.
 */
export async function createPopupSession(options: PopupSessionOptions): Promise<Session> {
  const { clock, scopes, createClient = keptClient, interact = popupInteraction } = options;
  const isStorageBlocked = !writeSessionValue("vpp-revocation-monitor.storage-check", "1");
  const open = async () => {
    const client = await createClient(msalConfiguration({ ...options, isStorageBlocked }));
    return openSession(client, options, interact(client, scopes));
  };
  const opened = open().catch(async (error) => {
    const problem = await problemOf(error, clock());
    const { createReopenedSession } = await import("./reopenedSession.ts");
    return createReopenedSession({ open, clock, problem });
  });
  return { ...(await opened), endsWithPage: isStorageBlocked };
}
