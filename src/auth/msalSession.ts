import { type Configuration, createStandardPublicClientApplication } from "@azure/msal-browser";
import type { MsalClient } from "./msalClient.ts";
import { msalConfiguration } from "./msalConfiguration.ts";
import { newProblem } from "./newProblem.ts";
import { openSession } from "./openSession.ts";
import { type Session, type SessionState, SignInError, type SignInProblem } from "./session.ts";
import { writeSessionValue } from "./sessionStore.ts";
import { toSignInProblem } from "./signInProblem.ts";
import type { TenantSignIn } from "./tenantSignIn.ts";

export interface MsalSessionOptions extends TenantSignIn {
  readonly createClient?: (configuration: Configuration) => Promise<MsalClient>;
}

/**
 * A sign-in with Microsoft Entra by redirect of the whole page. Resolves once a sign-in that was under way has been
 * taken up. Never rejects: where MSAL cannot start, the session is signed out and its problem says why.
 */
export async function createMsalSession(options: MsalSessionOptions): Promise<Session> {
  const { clock, createClient = createStandardPublicClientApplication } = options;
  // Without it MSAL would keep the sign-in in memory, which no redirect survives.
  if (!writeSessionValue("vpp-revocation-monitor.storage-check", "1")) {
    return createFailedSession(newProblem("storageBlocked", clock()));
  }
  try {
    return await openSession(await createClient(msalConfiguration(options)), options);
  } catch (error) {
    return createFailedSession(toSignInProblem(error, clock()));
  }
}

/** Nothing can be done here until the page is loaded again under better conditions. */
function createFailedSession(problem: SignInProblem): Session {
  const state: SessionState = { kind: "signedOut", accounts: [], problem, signedOutAccount: null };
  return {
    getState: () => state,
    subscribe: () => () => {},
    getAccessToken: () => Promise.reject(new SignInError(problem)),
    signIn: async () => window.location.reload(),
    switchAccount: () => {},
    signOut: async () => {},
    preload: () => {},
    dispose: () => {},
  };
}
