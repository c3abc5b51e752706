import { describe, expect, it, vi } from "vitest";
import { createDemoSession } from "../../src/auth/demoSession.ts";

const now = Date.UTC(2026, 10, 22, 9, 0);

describe("createDemoSession", () => {
  it("is signed in from the start", async () => {
    const session = createDemoSession(() => now);
    expect(session.getState()).toMatchObject({
      kind: "signedIn",
      account: { name: "Ada Admin" },
      problem: null,
    });
    await expect(session.getAccessToken({ scopes: [] })).resolves.toBe("demo-1");
  });

  it("issues another token with each sign-in", async () => {
    const session = createDemoSession(() => now);
    const listener = vi.fn();
    session.subscribe(listener);
    await session.signIn();
    await expect(session.getAccessToken({ scopes: [] })).resolves.toBe("demo-2");
    expect(listener).toHaveBeenCalledOnce();
  });

  it("meets a claims challenge by signing in only", async () => {
    const session = createDemoSession(() => now);
    await expect(session.getAccessToken({ scopes: [], claims: "{}" })).rejects.toMatchObject({
      problem: { kind: "sessionEnded", claims: "{}", at: now },
    });
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem: { kind: "sessionEnded" } });
    await session.signIn();
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem: null });
  });

  it("comes back after signing out", async () => {
    const session = createDemoSession(() => now);
    await session.signOut();
    expect(session.getState()).toMatchObject({ kind: "signedOut", signedOutAccount: { id: "demo" } });
    await expect(session.getAccessToken({ scopes: [] })).rejects.toMatchObject({ name: "SignInError" });
    session.switchAccount("demo");
    await expect(session.getAccessToken({ scopes: [] })).resolves.toBe("demo-2");
  });
});
