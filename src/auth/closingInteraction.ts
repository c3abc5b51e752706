import type { Interaction } from "./interaction.ts";
import { type PopupClient, popupInteraction } from "./popupInteraction.ts";

/** As where the browser blocks windows. */
const opensNothing = { open: () => null } as Partial<Window> as Window;

/** `popupInteraction` for what ends while its page lives on: a window that is still open then is closed. */
export function closingInteraction(client: PopupClient, scopes: readonly string[]): Interaction {
  let openWindows = 0;
  const acquireTokenPopup: PopupClient["acquireTokenPopup"] = async (request) => {
    openWindows += 1;
    try {
      return await client.acquireTokenPopup(request);
    } finally {
      openWindows -= 1;
    }
  };
  const ssoSilent: PopupClient["ssoSilent"] = (request) => client.ssoSilent(request);
  return {
    ...popupInteraction({ acquireTokenPopup, ssoSilent }, scopes),
    /** MSAL closes a window, and gives up waiting for it, only when another one is about to open. */
    cancel() {
      if (openWindows === 0) return;
      const instead = { overrideInteractionInProgress: true, popupWindowParent: opensNothing };
      client.acquireTokenPopup({ scopes: [...scopes], ...instead }).catch(() => undefined);
    },
  };
}
