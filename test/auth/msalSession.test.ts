// @vitest-environment jsdom

import {
  BrowserAuthError,
  type Configuration,
  InteractionRequiredAuthError,
  ServerError,
} from "@azure/msal-browser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createMsalSession } from "../../src/auth/msalSession.ts";
import { account, ada, ben, createFakeMsal, now, scopes, tenantId } from "./fakeMsal.ts";
import { closeLater, closeSessions, mfa, openSession, problemOf } from "./openedSessions.ts";

afterEach(closeSessions);

describe("which account is in use", () => {
  it("is signed out where nobody signed in", async () => {
    const { session } = await openSession();
    expect(session.getState()).toEqual({
      kind: "signedOut",
      accounts: [],
      problem: null,
      signedOutAccount: null,
    });
  });

  it("takes the only cached account", async () => {
    const { session } = await openSession({ accounts: [ada] });
    expect(session.getState()).toMatchObject({
      kind: "signedIn",
      account: { id: ada.homeAccountId, name: "Ada", username: "ada@contoso.example", tenantId },
    });
  });

  it("asks which of several accounts", async () => {
    const { session } = await openSession({ accounts: [ada, ben] });
    expect(session.getState()).toMatchObject({
      kind: "signedOut",
      accounts: [{ name: "Ada" }, { name: "Ben" }],
    });
  });

  it("keeps the account that was active", async () => {
    const { session } = await openSession({ accounts: [ada, ben], active: ben });
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ben" } });
  });

  it("leaves out accounts of other tenants", async () => {
    const foreign = account("eve", { tenantId: "99999999-0000-4000-8000-000000000000" });
    const { session } = await openSession({ accounts: [foreign, ada] });
    expect(session.getState()).toMatchObject({ kind: "signedIn", accounts: [{ name: "Ada" }] });
  });

  it("learns from a sign-in whose accounts are a domain's", async () => {
    const domain = "contoso.onmicrosoft.com";
    const foreign = account("eve", { tenantId: "99999999-0000-4000-8000-000000000000" });
    const before = await openSession({ accounts: [foreign, ada] }, domain);
    expect(before.session.getState()).toMatchObject({ kind: "signedOut", accounts: [] });
    await openSession({ accounts: [foreign, ada], redirect: { account: ada } }, domain);
    const after = await openSession({ accounts: [foreign, ada] }, domain);
    expect(after.session.getState()).toMatchObject({ kind: "signedIn", accounts: [{ name: "Ada" }] });
  });

  it("takes up the account that signed in", async () => {
    const { session } = await openSession({ accounts: [ada], active: ada, redirect: { account: ben } });
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ben" }, problem: null });
  });

  it("switches to another cached account", async () => {
    const { session, msal } = await openSession({ accounts: [ada, ben], active: ada });
    session.switchAccount(ben.homeAccountId);
    await session.getAccessToken({ scopes });
    expect(session.getState()).toMatchObject({ kind: "signedIn", account: { name: "Ben" } });
    expect(msal.silentRequests[0]?.account?.username).toBe(ben.username);
  });

  it("refuses a token that another account asked for", async () => {
    const { session } = await openSession({ accounts: [ada, ben], active: ada });
    const token = session.getAccessToken({ scopes });
    session.switchAccount(ben.homeAccountId);
    await expect(problemOf(token)).resolves.toMatchObject({ kind: "sessionEnded" });
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem: null });
  });
});

describe("a sign-in that came back", () => {
  it("shows why it failed", async () => {
    const declined = new ServerError("access_denied", "c0ffee", "AADSTS65004: User declined to consent.");
    const { session } = await openSession({ redirect: declined });
    expect(session.getState()).toMatchObject({
      kind: "signedOut",
      problem: { kind: "consentMissing", aadstsCode: "AADSTS65004", correlationId: "c0ffee", at: now },
    });
  });

  it("does not stop an account that is signed in", async () => {
    const { session } = await openSession({
      accounts: [ada],
      redirect: new ServerError("access_denied", "c0ffee", ""),
    });
    expect(session.getState()).toMatchObject({
      kind: "signedIn",
      problem: { kind: "cancelled", needsPerson: false },
    });
    await session.getAccessToken({ scopes });
    expect(session.getState()).toMatchObject({ problem: null });
  });

  it("goes on saying why it was refused where a renewal only says that a person is needed", async () => {
    const { msal, session } = await openSession({
      accounts: [ada],
      redirect: new ServerError("access_denied", "c0ffee", "AADSTS53003: Access has been blocked."),
    });
    const refused = { kind: "conditionalAccess", aadstsCode: "AADSTS53003" };
    const { answer } = msal;
    const needPerson = () => Promise.reject(new InteractionRequiredAuthError("login_required", "", ""));
    msal.answer = needPerson;
    await expect(session.getAccessToken({ scopes })).rejects.toMatchObject({ problem: refused });
    expect(session.getState()).toMatchObject({ problem: { ...refused, needsPerson: true } });
    msal.answer = answer;
    await session.getAccessToken({ scopes });
    msal.answer = needPerson;
    await expect(session.getAccessToken({ scopes })).rejects.toMatchObject({
      problem: { kind: "sessionEnded" },
    });
  });
});

describe("access tokens", () => {
  it("are those of the active account", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    await expect(session.getAccessToken({ scopes })).resolves.toBe("access-token");
    expect(msal.silentRequests).toEqual([{ scopes, account: ada }]);
  });

  it("carry a claims challenge once", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    await session.getAccessToken({ scopes, claims: '{"access_token":{}}' });
    await session.getAccessToken({ scopes });
    expect(msal.silentRequests.map(({ claims }) => claims)).toEqual(['{"access_token":{}}', undefined]);
  });

  it("do not disturb subscribers while all is well", async () => {
    const { session } = await openSession({ accounts: [ada] });
    const listener = vi.fn();
    session.subscribe(listener);
    await session.getAccessToken({ scopes });
    expect(listener).not.toHaveBeenCalled();
  });

  it("need a person when Microsoft says so", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.answer = () => Promise.reject(mfa('{"nonce":1}'));
    const problem = await problemOf(session.getAccessToken({ scopes }));
    expect(problem).toMatchObject({ kind: "mfaRequired", needsPerson: true, claims: '{"nonce":1}' });
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem });
  });

  it("clear the problem once they come again", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.answer = () => Promise.reject(mfa());
    await problemOf(session.getAccessToken({ scopes }));
    msal.answer = () => Promise.resolve("later");
    await expect(session.getAccessToken({ scopes })).resolves.toBe("later");
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem: null });
  });

  it("can be retried when the network failed", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.answer = () => Promise.reject(new BrowserAuthError("post_request_failed", "c0ffee"));
    const problem = await problemOf(session.getAccessToken({ scopes }));
    expect(problem).toMatchObject({ kind: "loginUnreachable", needsPerson: false });
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem: null });
  });

  it("need a person after three timed out renewals", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.answer = () => Promise.reject(new BrowserAuthError("timed_out", "c0ffee"));
    const needs = [];
    for (let time = 0; time < 3; time += 1) {
      needs.push((await problemOf(session.getAccessToken({ scopes }))).needsPerson);
    }
    expect(needs).toEqual([false, false, true]);
    expect(session.getState()).toMatchObject({ problem: { kind: "timedOut" } });
  });

  it("are refused while signed out", async () => {
    const { session, msal } = await openSession();
    await expect(problemOf(session.getAccessToken({ scopes }))).resolves.toMatchObject({
      kind: "sessionEnded",
    });
    expect(msal.silentRequests).toEqual([]);
  });
});

describe("starting", () => {
  const options = {
    clientId: "99999999-8888-4777-8666-555555555555",
    tenantId,
    authority: `https://login.chinacloudapi.cn/${tenantId}`,
    redirectUri: "https://app.contoso.example/redirect.html",
    scopes,
    clock: () => now,
  };

  it("holds MSAL to the configured login host", async () => {
    let configuration: Configuration | undefined;
    const session = await createMsalSession({
      ...options,
      createClient: async (given) => {
        configuration = given;
        return createFakeMsal().client;
      },
    });
    closeLater(session);
    expect(configuration).toMatchObject({
      auth: { knownAuthorities: ["login.chinacloudapi.cn"], clientCapabilities: ["CP1"] },
      cache: { cacheLocation: "sessionStorage" },
    });
    const hosts = configuration?.auth.authorityMetadata?.match(/https:\/\/[^/]+/g);
    expect(new Set(hosts)).toEqual(new Set(["https://login.chinacloudapi.cn"]));
  });

  it("says that MSAL could not start", async () => {
    const createClient = () => Promise.reject(new BrowserAuthError("crypto_nonexistent", ""));
    const session = await createMsalSession({ ...options, createClient });
    expect(session.getState()).toMatchObject({ kind: "signedOut", problem: { kind: "insecurePage" } });
    await expect(problemOf(session.getAccessToken({ scopes }))).resolves.toMatchObject({
      kind: "insecurePage",
    });
  });

  it("says that storage is blocked", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("blocked", "SecurityError");
    });
    const session = await createMsalSession({
      ...options,
      createClient: async () => createFakeMsal().client,
    });
    expect(session.getState()).toMatchObject({ problem: { kind: "storageBlocked", at: now } });
  });
});
