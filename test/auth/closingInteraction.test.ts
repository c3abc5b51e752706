// @vitest-environment jsdom

import {
  type AuthenticationResult,
  createStandardPublicClientApplication,
  type PopupRequest,
} from "@azure/msal-browser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { closingInteraction } from "../../src/auth/closingInteraction.ts";
import { msalConfiguration } from "../../src/auth/msalConfiguration.ts";
import { toSignInProblem } from "../../src/auth/signInProblem.ts";
import { now, scopes, tenantId } from "./fakeMsal.ts";

afterEach(() => vi.restoreAllMocks());

interface Asked {
  readonly request: PopupRequest;
  readonly reject: (error: Error) => void;
}

/** An interaction whose MSAL waits for ever, and what it was asked. */
function interaction() {
  const asked: Asked[] = [];
  const acquireTokenPopup = (request: PopupRequest) =>
    new Promise<AuthenticationResult>((_, reject) => asked.push({ request, reject }));
  const ssoSilent = () => Promise.reject(new Error("nobody"));
  return { asked, ...closingInteraction({ acquireTokenPopup, ssoSilent }, scopes) };
}

function fakePopup() {
  return {
    location: { assign: vi.fn() },
    document: { title: "" },
    focus: vi.fn(),
    close: vi.fn(),
  };
}

/** As MSAL does it: first a window, in time for the press, then its address. */
function open({ request }: Asked, channel?: string): void {
  const popup = request.popupWindowParent?.open("about:blank", "msal", "width=1");
  if (channel !== undefined) popup?.location.assign(addressFor(channel));
}

function addressFor(channel: string): string {
  const state = `${btoa(JSON.stringify({ id: channel, meta: {} }))}|ours`;
  return `https://login.microsoftonline.com/authorize?${new URLSearchParams({ state })}`;
}

function payloadsOn(name: string): { readonly heard: unknown[]; readonly close: () => void } {
  const channel = new BroadcastChannel(name);
  const heard: unknown[] = [];
  channel.onmessage = ({ data }) => heard.push(data.payload);
  return { heard, close: () => channel.close() };
}

describe("closingInteraction", () => {
  it("opens windows as the page itself does", () => {
    const popup = fakePopup();
    const opened = vi.spyOn(window, "open").mockReturnValue(popup as unknown as Window);
    const { asked, signIn } = interaction();
    void signIn({ scopes: [...scopes] });
    const [first] = asked as [Asked];
    expect(first.request).toMatchObject({ scopes, overrideInteractionInProgress: true });
    expect(first.request.popupWindowParent).toMatchObject({ origin: window.origin, parent: window });
    open(first, "one");
    expect(opened).toHaveBeenCalledWith("about:blank", "msal", "width=1");
    expect(popup.location.assign).toHaveBeenCalledWith(addressFor("one"));
  });

  it("says where the browser opens none", async () => {
    vi.spyOn(window, "open").mockReturnValue(null);
    const { asked, signIn } = interaction();
    void signIn({ scopes: [...scopes] });
    expect(asked[0]?.request.popupWindowParent?.open()).toBeNull();
    const authority = `https://login.microsoftonline.com/${tenantId}`;
    const redirectUri = "https://app.contoso.example/redirect.html";
    const msal = await createStandardPublicClientApplication(
      msalConfiguration({ clientId: "99999999-8888-4777-8666-555555555555", authority, redirectUri }),
    );
    const refused = await closingInteraction(msal, scopes)
      .signIn({ scopes: [...scopes] })
      .catch((error) => error);
    expect(toSignInProblem(refused, now)).toMatchObject({ kind: "popupBlocked", needsPerson: true });
  });

  it("closes every window that is open, and ends MSAL's wait for each", async () => {
    const popups = [fakePopup(), fakePopup()];
    vi.spyOn(window, "open").mockImplementation(() => popups[opened++] as unknown as Window);
    let opened = 0;
    const channels = [payloadsOn("first"), payloadsOn("second")];
    const { asked, signIn, cancel } = interaction();
    for (const name of ["first", "second"]) {
      void signIn({ scopes: [...scopes] });
      open(asked.at(-1) as Asked, name);
    }
    cancel?.();
    for (const { close } of popups) expect(close).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(channels.map(({ heard }) => heard)).toEqual([[""], [""]]));
    for (const { close } of channels) close();
  });

  it("opens nothing any more, whatever MSAL was about to do", () => {
    const popup = fakePopup();
    const opened = vi.spyOn(window, "open").mockReturnValue(popup as unknown as Window);
    const { asked, signIn, cancel } = interaction();
    void signIn({ scopes: [...scopes] });
    void signIn({ scopes: [...scopes] });
    const [unopened, blank] = asked as [Asked, Asked];
    const blankWindow = blank.request.popupWindowParent?.open();
    cancel?.();
    open(unopened);
    expect(opened).toHaveBeenCalledOnce();
    expect(() => blankWindow?.location.assign(addressFor("late"))).toThrow("nobody waits");
    expect(popup.location.assign).not.toHaveBeenCalled();
  });

  it("leaves alone what has ended", async () => {
    const popup = fakePopup();
    vi.spyOn(window, "open").mockReturnValue(popup as unknown as Window);
    const { asked, signIn, cancel } = interaction();
    const signedIn = signIn({ scopes: [...scopes] });
    const [first] = asked as [Asked];
    open(first, "ended");
    first.reject(new Error("cancelled"));
    await expect(signedIn).rejects.toThrow("cancelled");
    cancel?.();
    expect(popup.close).not.toHaveBeenCalled();
  });
});
