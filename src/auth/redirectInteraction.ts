import type { Interaction } from "./interaction.ts";
import { preloadClients } from "./laterClients.ts";
import type { MsalClient } from "./msalClient.ts";
import { rememberSignInStart } from "./signInStart.ts";

/** The whole page goes to the login page and comes back. Where `reachLogin` rejects it stays: that does not answer. */
export function redirectInteraction(
  client: Pick<MsalClient, "acquireTokenRedirect" | "handleRedirectPromise">,
  reachLogin: () => Promise<void>,
): Interaction {
  return {
    // The redirect page has already led back to where the sign-in began.
    takeUp: () => client.handleRedirectPromise({ navigateToLoginRequestUrl: false }),
    async signIn(request) {
      await reachLogin();
      const redirectStartPage = window.location.href;
      rememberSignInStart(redirectStartPage);
      await client.acquireTokenRedirect({ ...request, redirectStartPage });
      return null;
    },
    preload: preloadClients,
  };
}
