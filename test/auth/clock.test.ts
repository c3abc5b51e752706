// @vitest-environment jsdom

import { ServerError } from "@azure/msal-browser";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openSession as openTenantSession } from "../../src/auth/openSession.ts";
import { ada, createFakeMsal, now, scopes, tenantId } from "./fakeMsal.ts";
import { closeLater, closeSessions, openSession } from "./openedSessions.ts";

const hourMs = 3_600_000;
const wrongSignIn = { redirect: { account: ada, issuedAt: now - 3 * hourMs } };
const nobodyAsks = { takeUp: async () => null, signIn: async () => null, preload: () => undefined };
const options = { clientId: "99999999-8888-4777-8666-555555555555", tenantId, scopes, clock: () => now };

afterEach(closeSessions);

describe("the clock of this computer", () => {
  it("notices a clock that is far off", async () => {
    const { session } = await openSession({ redirect: { account: ada, issuedAt: now - 3 * hourMs } });
    await session.getAccessToken({ scopes });
    expect(session.getState()).toMatchObject({ problem: { kind: "clockWrong", needsPerson: false } });
  });

  it("notices that the clock is set right, or wrong, with the next new token", async () => {
    const { session, msal } = await openSession({ redirect: { account: ada, issuedAt: now - 3 * hourMs } });
    const renew = () => session.getAccessToken({ scopes, claims: "{}" });
    await renew();
    expect(session.getState()).toMatchObject({ problem: null });
    msal.renewedAt = now - 3 * hourMs;
    await renew();
    expect(session.getState()).toMatchObject({ problem: { kind: "clockWrong" } });
  });

  it("takes no wrong clock for a right one because the page was loaded again", async () => {
    await openSession({ redirect: { account: ada, issuedAt: now - 3 * hourMs } });
    const wrong = { problem: { kind: "clockWrong", needsPerson: false } };
    const { session, msal } = await openSession({ accounts: [ada], renewedAt: now - 3 * hourMs });
    expect(session.getState()).toMatchObject(wrong);
    await vi.waitFor(() =>
      expect(msal.silentRequests).toEqual([{ scopes, account: ada, forceRefresh: true }]),
    );
    await session.getAccessToken({ scopes });
    expect(session.getState()).toMatchObject(wrong);
  });

  it("forgets a wrong clock once the page is loaded again with a right one", async () => {
    await openSession({ redirect: { account: ada, issuedAt: now - 3 * hourMs } });
    const { session } = await openSession({ accounts: [ada] });
    await vi.waitFor(() => expect(session.getState()).toMatchObject({ kind: "signedIn", problem: null }));
    const { msal } = await openSession({ accounts: [ada] });
    expect(msal.silentRequests).toEqual([]);
  });

  it("learns nothing of the clock from an ID token that it knows already", async () => {
    const known = { ...ada, idTokenClaims: { iat: (now - 3 * hourMs) / 1_000 } };
    const { session } = await openSession({ accounts: [known], renewedAt: now - 3 * hourMs });
    await session.getAccessToken({ scopes, claims: "{}" });
    expect(session.getState()).toMatchObject({ problem: null });
  });

  it("accepts Entra's backdated tokens", async () => {
    const { session } = await openSession({ redirect: { account: ada, issuedAt: now - 5 * 60_000 } });
    expect(session.getState()).toMatchObject({ problem: null });
  });

  it("keeps nobody from signing in who has signed out", async () => {
    const { session } = await openSession(wrongSignIn);
    await session.signOut();
    const { session: next } = await openSession();
    expect(next.getState()).toMatchObject({ kind: "signedOut", problem: null });
    const { session: known } = await openSession({ accounts: [ada] });
    expect(known.getState()).toMatchObject({ kind: "signedIn", problem: null });
  });

  it("is nothing to say where nobody is signed in", async () => {
    await openSession(wrongSignIn);
    const { session } = await openSession();
    expect(session.getState()).toMatchObject({ kind: "signedOut", problem: null });
  });

  it("is asked about again after a sign-in that failed", async () => {
    await openSession(wrongSignIn);
    const redirect = new ServerError("access_denied", "c0ffee", "AADSTS65004: declined");
    const { session } = await openSession({ accounts: [ada], redirect });
    await session.getAccessToken({ scopes });
    expect(session.getState()).toMatchObject({ problem: null });
  });

  it("puts back no tokens of an account that has signed out meanwhile", async () => {
    await openSession(wrongSignIn);
    const { client, msal } = createFakeMsal({ accounts: [ada] });
    let answer = (_token: string): void => undefined;
    msal.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const session = await openTenantSession(client, options, nobodyAsks);
    closeLater(session);
    expect(msal.silentRequests).toHaveLength(1);
    await session.signOut();
    msal.cacheAccount(ada);
    answer("late");
    await vi.waitFor(() => expect(msal.cached()).toEqual([]));
  });

  it("is not judged by tokens that a host hands out", async () => {
    const { client } = createFakeMsal({ accounts: [ada], renewedAt: now - 3 * hourMs });
    const session = await openTenantSession(client, { ...options, isBrokered: true }, nobodyAsks);
    closeLater(session);
    await session.getAccessToken({ scopes, claims: "{}" });
    expect(session.getState()).toMatchObject({ problem: null });
  });
});
