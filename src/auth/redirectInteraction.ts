import type { Interaction } from "./interaction.ts";
import { preloadClients } from "./laterClients.ts";
import type { MsalClient } from "./msalClient.ts";
import { rememberSignInStart } from "./signInStart.ts";

/**
 * The whole page goes to the login page and comes back. `reachLogin` rejects where that cannot be reached: then the page
 * stays, once. A gateway may answer a page and nothing else, so a person who tries again goes there.
 */
export function redirectInteraction(
  client: Pick<MsalClient, "acquireTokenRedirect" | "handleRedirectPromise">,
  reachLogin: () => Promise<void>,
): Interaction {
  let isReachTold = false;
  return {
    // The redirect page has already led back to where the sign-in began.
    takeUp: () => client.handleRedirectPromise({ navigateToLoginRequestUrl: false }),
    async signIn(request) {
      if (!isReachTold || request.prompt === "none") {
        isReachTold = true;
        await reachLogin();
        isReachTold = false;
      }
      const redirectStartPage = window.location.href;
      rememberSignInStart(redirectStartPage);
      await client.acquireTokenRedirect({ ...request, redirectStartPage });
      return null;
    },
    preload: preloadClients,
  };
}
