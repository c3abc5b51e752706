import { type Configuration, createStandardPublicClientApplication } from "@azure/msal-browser";
import { createFailedSession } from "./failedSession.ts";
import { problemOf } from "./laterProblem.ts";
import type { MsalClient } from "./msalClient.ts";
import { msalConfiguration } from "./msalConfiguration.ts";
import { newProblem } from "./newProblem.ts";
import { openSession } from "./openSession.ts";
import { reachLogin } from "./reachLogin.ts";
import { redirectInteraction } from "./redirectInteraction.ts";
import type { Session } from "./session.ts";
import { writeSessionValue } from "./sessionStore.ts";
import type { TenantSignIn } from "./tenantSignIn.ts";

export interface MsalSessionOptions extends TenantSignIn {
  readonly createClient?: (configuration: Configuration) => Promise<MsalClient>;
  readonly fetchLogin?: typeof fetch;
}

/**
 * A sign-in with Microsoft Entra by redirect of the whole page. Resolves once a sign-in that was under way has been
 * taken up. Never rejects: where MSAL cannot start, the session is signed out and its problem says why.
 */
export async function createMsalSession(options: MsalSessionOptions): Promise<Session> {
  const {
    authority,
    clock,
    fetchLogin = fetch,
    createClient = createStandardPublicClientApplication,
  } = options;
  // Without it MSAL would keep the sign-in in memory, which no redirect survives.
  if (!writeSessionValue("vpp-revocation-monitor.storage-check", "1")) {
    return createFailedSession(newProblem("storageBlocked", clock()));
  }
  try {
    const client = await createClient(msalConfiguration(options));
    const interaction = redirectInteraction(client, () => reachLogin(authority, fetchLogin));
    return await openSession(client, options, interaction);
  } catch (error) {
    return createFailedSession(await problemOf(error, clock()));
  }
}
