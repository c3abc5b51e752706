import type { Interaction } from "./interaction.ts";
import { type PopupClient, popupInteraction } from "./popupInteraction.ts";

/** `popupInteraction` for what ends while its page lives on: what is still open or waited for then is let go. */
export function closingInteraction(client: PopupClient, scopes: readonly string[]): Interaction {
  const windows = new Set<SignInWindow>();
  const acquireTokenPopup: PopupClient["acquireTokenPopup"] = async (request) => {
    const signInWindow = createSignInWindow();
    windows.add(signInWindow);
    try {
      return await client.acquireTokenPopup({ ...request, popupWindowParent: signInWindow.parent });
    } finally {
      windows.delete(signInWindow);
    }
  };
  const ssoSilent: PopupClient["ssoSilent"] = (request) => client.ssoSilent(request);
  return {
    ...popupInteraction({ acquireTokenPopup, ssoSilent }, scopes),
    cancel() {
      for (const { close } of windows) close();
    },
  };
}

interface SignInWindow {
  /** What MSAL opens it by: stands for this page's window in all that MSAL asks of that. */
  readonly parent: Window;
  /** Also ends MSAL's wait for it, which MSAL itself ends after ten minutes, or when the next one opens. */
  readonly close: () => void;
}

function createSignInWindow(): SignInWindow {
  let popup: Window | null = null;
  let answers: string | null = null;
  let isClosed = false;

  function open(...to: Parameters<Window["open"]>): Window | null {
    popup = isClosed ? null : window.open(...to);
    return popup && navigatedBy(popup, goTo);
  }

  function goTo(url: string): void {
    if (isClosed) throw new Error("nobody waits for this window");
    answers = channelNamedIn(url);
    popup?.location.assign(url);
  }

  const { origin, top, screenLeft, screenTop, screenX, screenY, innerWidth, innerHeight } = window;
  const place = { screenLeft, screenTop, screenX, screenY, innerWidth, innerHeight };
  return {
    parent: { ...place, origin, top, parent: window, open } as Partial<Window> as Window,
    close() {
      isClosed = true;
      popup?.close();
      if (answers === null) return;
      const channel = new BroadcastChannel(answers);
      // As a window that came back with nothing.
      channel.postMessage({ payload: "" });
      channel.close();
    },
  };
}

/** All that MSAL does with a window, where its address passes by `assign`. */
function navigatedBy(popup: Window, assign: (url: string) => void): Window {
  const shown = {
    location: { assign },
    get document() {
      return popup.document;
    },
    focus: () => popup.focus(),
    close: () => popup.close(),
  };
  return shown as Pick<Window, "document" | "focus" | "close"> as Window;
}

/** MSAL waits on the channel that `state` of its address names; `null` where a release of MSAL does otherwise. */
function channelNamedIn(url: string): string | null {
  const [own = ""] = new URL(url).searchParams.get("state")?.split("|") ?? [];
  try {
    const { id } = JSON.parse(atob(own));
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}
