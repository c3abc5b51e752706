// @vitest-environment jsdom

import { BrowserAuthError, InteractionRequiredAuthError } from "@azure/msal-browser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { recallSignInStart } from "../../src/auth/signInStart.ts";
import { ada, ben, scopes, tenantId } from "./fakeMsal.ts";
import { closeSessions, mfa, openSession, problemOf } from "./openedSessions.ts";

afterEach(() => {
  closeSessions();
  vi.restoreAllMocks();
});

describe("interactive sign-in", () => {
  it("comes back to the page it began from", async () => {
    window.history.replaceState(null, "", "/?q=north&action=v1.abc");
    const { session, msal } = await openSession();
    await session.signIn();
    const start = "http://localhost:3000/?q=north&action=v1.abc";
    expect(msal.redirects).toEqual([{ scopes, redirectStartPage: start }]);
    expect(recallSignInStart("http://localhost:3000/redirect.html#code=1")).toBe(start);
  });

  it("carries the claims, scopes and account of the problem", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.answer = () => Promise.reject(mfa('{"nonce":1}'));
    await problemOf(session.getAccessToken({ scopes: ["other.scope"] }));
    await session.signIn();
    expect(msal.redirects[0]).toMatchObject({ scopes: ["other.scope"], account: ada, claims: '{"nonce":1}' });
  });

  it("carries the challenge when Microsoft names no claims", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.answer = () => Promise.reject(mfa());
    await problemOf(session.getAccessToken({ scopes, claims: '{"challenge":1}' }));
    await session.signIn();
    expect(msal.redirects[0]).toMatchObject({ claims: '{"challenge":1}' });
  });

  it("offers every account when asked to", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    await session.signIn({ prompt: "select_account" });
    expect(msal.redirects[0]).toMatchObject({ prompt: "select_account" });
    expect(msal.redirects[0]).not.toHaveProperty("account");
  });

  it("begins once however often it is asked", async () => {
    const { session, msal } = await openSession();
    await Promise.all([session.signIn(), session.signIn()]);
    expect(msal.redirects).toHaveLength(1);
  });

  it("turns its failure into the problem", async () => {
    const { session, msal } = await openSession();
    msal.leave = () => Promise.reject(new BrowserAuthError("timed_out", "c0ffee", "failed_to_redirect"));
    await session.signIn();
    expect(session.getState()).toMatchObject({ problem: { kind: "loginUnreachable", needsPerson: true } });
  });
});

describe("leaving for the login page", () => {
  const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));

  it("does not happen where that cannot be reached", async () => {
    const { session, msal } = await openSession();
    msal.reachLogin = unreachable;
    await session.signIn();
    expect(msal.redirects).toEqual([]);
    expect(session.getState()).toMatchObject({ problem: { kind: "loginUnreachable", needsPerson: true } });
  });

  it("does not happen however often it is tried, until somebody answers", async () => {
    const { session, msal } = await openSession();
    msal.reachLogin = unreachable;
    for (const options of [{}, {}, { prompt: "none" } as const]) await session.signIn(options);
    expect(msal.redirects).toEqual([]);
    msal.reachLogin = async () => new Response();
    await session.signIn();
    expect(msal.redirects).toHaveLength(1);
  });

  it("refuses nobody where it does not happen", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.reachLogin = unreachable;
    await session.signIn();
    msal.answer = () => Promise.reject(new InteractionRequiredAuthError("login_required", "", ""));
    const problem = await problemOf(session.getAccessToken({ scopes }));
    expect(problem).toMatchObject({ kind: "sessionEnded" });
  });

  it("asks the configured tenant's login host, whatever that answers", async () => {
    const { session, msal } = await openSession();
    msal.reachLogin = vi.fn(async () => new Response("no such tenant", { status: 400 }));
    await session.signIn();
    const metadata = `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`;
    // Without them an answer that another site may not read would count as none, and cookies would go with it.
    const told = { mode: "no-cors", credentials: "omit", cache: "no-store" };
    expect(msal.reachLogin).toHaveBeenCalledWith(metadata, expect.objectContaining(told));
    expect(msal.redirects).toHaveLength(1);
  });

  it("does not happen where nothing is answered for long", async () => {
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => AbortSignal.abort());
    const { session, msal } = await openSession();
    msal.reachLogin = async (_url, init) => {
      init?.signal?.throwIfAborted();
      return new Response();
    };
    await session.signIn();
    expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000);
    expect(msal.redirects).toEqual([]);
    expect(session.getState()).toMatchObject({ problem: { kind: "loginUnreachable" } });
  });
});

describe("signing out", () => {
  it("forgets this account only", async () => {
    const { session, msal } = await openSession({ accounts: [ada, ben], active: ada });
    await session.signOut();
    expect(msal.cached()).toEqual([ben.username]);
    expect(session.getState()).toMatchObject({
      kind: "signedOut",
      signedOutAccount: { name: "Ada" },
      accounts: [{ name: "Ben" }],
    });
  });

  it("shows nothing more when MSAL cannot clear", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    msal.clear = () => Promise.reject(new Error("storage is blocked"));
    await session.signOut();
    expect(session.getState()).toMatchObject({ kind: "signedOut", signedOutAccount: { name: "Ada" } });
  });

  it("reaches the other tabs of that account", async () => {
    const [one, two, other] = [
      await openSession({ accounts: [ada] }),
      await openSession({ accounts: [ada] }),
      await openSession({ accounts: [ben] }),
    ];
    await one.session.signOut();
    await vi.waitFor(() => expect(two.session.getState().kind).toBe("signedOut"));
    expect(two.msal.cached()).toEqual([]);
    expect(other.session.getState().kind).toBe("signedIn");
  });

  it("is final for a renewal under way", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    let arrive = (_accessToken: string) => {};
    msal.answer = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    const token = session.getAccessToken({ scopes });
    await session.signOut();
    msal.cacheAccount(ada);
    arrive("too-late");
    await expect(problemOf(token)).resolves.toMatchObject({ kind: "sessionEnded" });
    expect(msal.cached()).toEqual([]);
  });

  it("asks who it is at the next sign-in", async () => {
    const { session, msal } = await openSession({ accounts: [ada] });
    await session.signOut();
    await session.signIn();
    expect(msal.redirects[0]).toMatchObject({ prompt: "select_account" });
  });
});
