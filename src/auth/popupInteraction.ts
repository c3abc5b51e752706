import type { IPublicClientApplication } from "@azure/msal-browser";
import type { Interaction } from "./interaction.ts";
import { preloadClients, preloadPopupClient } from "./laterClients.ts";

export type PopupClient = Pick<IPublicClientApplication, "acquireTokenPopup" | "ssoSilent">;

/** A window of its own, for a page in a frame: login pages refuse to be framed. */
export function popupInteraction(client: PopupClient, scopes: readonly string[]): Interaction {
  return {
    /** Whoever is signed in to Microsoft in this browser need not be asked, where third-party cookies are allowed. */
    async takeUp(isAccountKnown) {
      if (isAccountKnown) return null;
      return client.ssoSilent({ scopes: [...scopes] }).catch(() => null);
    },
    // A window that was closed unseen must not keep the next one from opening.
    mayBeginAgain: true,
    // Without a person there is nobody for a window either.
    signIn: (request) =>
      request.prompt === "none"
        ? client.ssoSilent(request)
        : client.acquireTokenPopup({ ...request, overrideInteractionInProgress: true }),
    preload() {
      preloadClients();
      preloadPopupClient();
    },
  };
}
