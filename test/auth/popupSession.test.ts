// @vitest-environment jsdom

import { type AuthenticationResult, BrowserAuthError, type Configuration } from "@azure/msal-browser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { popupInteraction } from "../../src/auth/popupInteraction.ts";
import { createPopupSession } from "../../src/auth/popupSession.ts";
import { account, ada, ben, createFakeMsal, now, scopes, tenantId } from "./fakeMsal.ts";

const request = { scopes };

afterEach(() => vi.restoreAllMocks());

interface Answers {
  readonly silent?: () => Promise<AuthenticationResult>;
  readonly popup?: () => Promise<AuthenticationResult>;
}

async function openSession(
  { silent = nobody, popup = nobody }: Answers,
  options: Parameters<typeof createFakeMsal>[0] = {},
  tenant = tenantId,
  interact?: typeof popupInteraction,
) {
  const { client, msal } = createFakeMsal(options);
  /** MSAL's cache has whoever has signed in. */
  const cached = (answer: () => Promise<AuthenticationResult>) =>
    vi.fn(async (_: unknown) => {
      const result = await answer();
      msal.cacheAccount(result.account);
      return result;
    });
  const [ssoSilent, acquireTokenPopup] = [cached(silent), cached(popup)];
  const configured: Configuration[] = [];
  const session = await createPopupSession({
    ...tenantSignIn(tenant),
    ...(interact && { interact }),
    createClient: async (configuration) => {
      configured.push(configuration);
      return { ...client, ssoSilent, acquireTokenPopup };
    },
  });
  return { session, msal, ssoSilent, acquireTokenPopup, configured };
}

function tenantSignIn(tenant = tenantId) {
  return {
    clientId: "99999999-8888-4777-8666-555555555555",
    tenantId: tenant,
    authority: `https://login.microsoftonline.com/${tenant}`,
    redirectUri: "https://app.contoso.example/redirect.html",
    relayUri: "https://app.contoso.example/relay.html",
    scopes,
    clock: () => now,
  };
}

const nobody = () => Promise.reject(new BrowserAuthError("login_required", "c0ffee"));

/** What MSAL gives when somebody has signed in. */
function signedIn(account: typeof ada): AuthenticationResult {
  return {
    authority: "",
    uniqueId: account.localAccountId,
    tenantId,
    scopes,
    account,
    idToken: "",
    idTokenClaims: { iat: now / 1_000 },
    accessToken: "access-token",
    fromCache: false,
    expiresOn: null,
    tokenType: "Bearer",
    correlationId: "c0ffee",
  };
}

describe("createPopupSession", () => {
  it("asks nobody who is signed in to Microsoft already", async () => {
    const { session, ssoSilent } = await openSession({ silent: async () => signedIn(ada) });
    expect(ssoSilent).toHaveBeenCalledWith({ scopes });
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ada" } });
  });

  it("goes on with whom it knows", async () => {
    const { session, ssoSilent } = await openSession({}, { accounts: [ada] });
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ada" } });
    expect(ssoSilent).not.toHaveBeenCalled();
  });

  it("is signed out, without a complaint, where Microsoft's session cannot be seen", async () => {
    const { session } = await openSession({});
    expect(session.getState()).toMatchObject({ kind: "signedOut", problem: null });
  });

  it("signs in by a window and stays on the page", async () => {
    const { session, msal, acquireTokenPopup } = await openSession({
      popup: async () => signedIn(ada),
    });
    await session.signIn();
    expect(acquireTokenPopup).toHaveBeenCalledWith({ scopes, overrideInteractionInProgress: true });
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ada" }, problem: null });
    await expect(session.getAccessToken(request)).resolves.toBe("access-token");
    expect(msal.redirects).toEqual([]);
  });

  it("says that the window was closed, and lets a person try again", async () => {
    const popup = vi.fn(() => Promise.reject(new BrowserAuthError("user_cancelled", "c0ffee")));
    const { session } = await openSession({ popup });
    await session.signIn();
    expect(session.getState()).toMatchObject({ kind: "signedOut", problem: { kind: "cancelled" } });
    await session.signIn();
    expect(popup).toHaveBeenCalledTimes(2);
  });

  it("lets a person open another window when the first was closed unseen", async () => {
    const windows: { resolve(result: AuthenticationResult): void; reject(error: Error): void }[] = [];
    const popup = () =>
      new Promise<AuthenticationResult>((resolve, reject) => windows.push({ resolve, reject }));
    const { session } = await openSession({ popup });
    const [first, second] = [session.signIn(), session.signIn()];
    expect(windows).toHaveLength(2);
    windows[1]?.resolve(signedIn(ada));
    await second;
    windows[0]?.reject(new BrowserAuthError("timed_out", "c0ffee"));
    await first;
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ada" }, problem: null });
  });

  describe("where MSAL cannot start", () => {
    async function unstarted(popup: () => Promise<AuthenticationResult>) {
      const { client, msal } = createFakeMsal({});
      const acquireTokenPopup = vi.fn(async () => {
        const result = await popup();
        msal.cacheAccount(result.account);
        return result;
      });
      const createClient = vi
        .fn(async () => ({ ...client, ssoSilent: nobody, acquireTokenPopup }))
        .mockRejectedValueOnce(new BrowserAuthError("crypto_nonexistent", "c0ffee"));
      const session = await createPopupSession({ ...tenantSignIn(), createClient });
      return { session, createClient, acquireTokenPopup };
    }

    it("says why, starts it when a person presses, and signs in with the next press", async () => {
      const { session, acquireTokenPopup } = await unstarted(async () => signedIn(ada));
      expect(session.getState()).toMatchObject({ kind: "signedOut", problem: { kind: "insecurePage" } });
      await expect(session.getAccessToken(request)).rejects.toMatchObject({
        problem: { kind: "insecurePage" },
      });
      const states: unknown[] = [];
      session.subscribe(() => states.push(session.getState()));
      await session.signIn();
      expect(states.at(-1)).toMatchObject({ kind: "signedOut", problem: null });
      expect(acquireTokenPopup).not.toHaveBeenCalled();
      await session.signIn();
      expect(states.at(-1)).toMatchObject({ kind: "signedIn", account: { name: "Ada" }, problem: null });
      await expect(session.getAccessToken(request)).resolves.toBe("access-token");
      await session.signOut();
      expect(session.getState()).toMatchObject({ kind: "signedOut", signedOutAccount: { name: "Ada" } });
    });

    it("starts it once for two presses, and says what keeps it from starting again", async () => {
      const { session, createClient } = await unstarted(nobody);
      createClient.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
      await Promise.all([session.signIn(), session.signIn()]);
      expect(createClient).toHaveBeenCalledTimes(2);
      expect(session.getState()).toMatchObject({ kind: "signedOut", problem: { kind: "other" } });
      await expect(session.getAccessToken(request)).rejects.toMatchObject({ problem: { kind: "other" } });
    });

    it("listens to nothing once it is disposed of, even while it starts", async () => {
      const { session } = await unstarted(async () => signedIn(ada));
      const listener = vi.fn();
      session.subscribe(listener);
      const starting = session.signIn();
      session.dispose();
      await starting;
      expect(listener).not.toHaveBeenCalled();
      expect(session.getState()).toMatchObject({ kind: "signedOut", problem: { kind: "insecurePage" } });
    });
  });

  it("lets go of what is open when it ends", async () => {
    const cancel = vi.fn();
    const interact: typeof popupInteraction = (...given) => ({ ...popupInteraction(...given), cancel });
    const { session } = await openSession({}, {}, tenantId, interact);
    expect(cancel).not.toHaveBeenCalled();
    session.dispose();
    expect(cancel).toHaveBeenCalledOnce();
  });

  it("opens no window where nobody is to be asked", async () => {
    const { session, acquireTokenPopup, ssoSilent } = await openSession({});
    await session.signIn({ prompt: "none" });
    expect(acquireTokenPopup).not.toHaveBeenCalled();
    expect(ssoSilent).toHaveBeenLastCalledWith({ scopes, prompt: "none" });
  });

  it("gives a person ten minutes in the window", async () => {
    const { configured } = await openSession({});
    expect(configured).toMatchObject([{ system: { popupBridgeTimeout: 600_000 } }]);
  });

  it("takes nobody of another tenant for one of a tenant that is named by its domain", async () => {
    const domain = "fabrikam.example";
    const eve = account("eve", { tenantId: "99999999-2222-4333-8444-555555555555" });
    const stranger = await openSession({ silent: async () => signedIn(eve) }, { accounts: [ada] }, domain);
    expect(stranger.ssoSilent).toHaveBeenCalledOnce();
    expect(stranger.session.getState()).toMatchObject({
      kind: "signedIn",
      account: { name: "Eve" },
      accounts: [{ name: "Eve" }],
    });
    const later = await openSession({}, { accounts: [ada, eve] }, domain);
    expect(later.session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Eve" } });
    expect(later.ssoSilent).not.toHaveBeenCalled();
  });

  it("takes back whom it had signed out", async () => {
    const { session } = await openSession({ popup: async () => signedIn(ben) }, { accounts: [ben] });
    await session.signOut();
    expect(session.getState()).toMatchObject({ kind: "signedOut", signedOutAccount: { name: "Ben" } });
    await session.signIn();
    await expect(session.getAccessToken(request)).resolves.toBe("access-token");
    expect(session.getState()).toMatchObject({ kind: "signedIn" });
  });

  it("goes by the relay, and keeps the sign-in for the page where nothing can be kept", async () => {
    const kept = await openSession({});
    expect(kept.configured).toMatchObject([
      {
        auth: { popupRelayUri: "https://app.contoso.example/relay.html" },
        cache: { cacheLocation: "sessionStorage" },
      },
    ]);
    vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const blocked = await openSession({});
    expect(blocked.configured).toMatchObject([{ cache: { cacheLocation: "memoryStorage" } }]);
    expect(blocked.session.getState()).toMatchObject({ kind: "signedOut", problem: null });
    expect([kept, blocked].map(({ session }) => session.endsWithPage)).toEqual([false, true]);
  });
});
