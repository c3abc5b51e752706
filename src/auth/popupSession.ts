import { type Configuration, createStandardPublicClientApplication } from "@azure/msal-browser";
import { createFailedSession } from "./failedSession.ts";
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
 * Microsoft's session can be seen from there, else by a window of its own. Never rejects, as `createMsalSession`. Where
 * nothing can be kept, the sign-in lasts as long as the page.
 */
export async function createPopupSession(options: PopupSessionOptions): Promise<Session> {
  const { clock, scopes, createClient = keptClient } = options;
  const isStorageBlocked = !writeSessionValue("vpp-revocation-monitor.storage-check", "1");
  try {
    const client = await createClient(msalConfiguration({ ...options, isStorageBlocked }));
    const session = await openSession(client, options, popupInteraction(client, scopes));
    return { ...session, endsWithPage: isStorageBlocked };
  } catch (error) {
    return createFailedSession(await problemOf(error, clock()));
  }
}
