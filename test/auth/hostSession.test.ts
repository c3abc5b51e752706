import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHostSession, type HostSessionOptions } from "../../src/auth/hostSession.ts";

const now = Date.UTC(2026, 10, 22, 9, 0);
const request = { scopes: ["https://graph.microsoft.com/DeviceManagementApps.Read.All"] };
type GetAccessToken = HostSessionOptions["getAccessToken"];

function openSession(getAccessToken: GetAccessToken, accountKey: string | null = null) {
  return createHostSession({ getAccessToken, accountKey, clock: () => now, timeoutMs: 30_000 });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe("createHostSession", () => {
  it("passes on what is asked for and what is given", async () => {
    const getAccessToken = vi.fn<GetAccessToken>(async () => "given");
    const session = openSession(getAccessToken);
    await expect(session.getAccessToken({ ...request, claims: "{}" })).resolves.toBe("given");
    expect(getAccessToken).toHaveBeenCalledWith({ ...request, claims: "{}" });
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem: null });
  });

  it("knows whose it is only where the host says so", () => {
    const accountOf = (key: string | null) => openSession(async () => "given", key).getState();
    expect(accountOf(null)).toMatchObject({ account: { isUnknown: true } });
    expect(accountOf("ada")).toMatchObject({ account: { id: "ada", isUnknown: false } });
  });

  it.each<[string, () => unknown]>([
    ["refuses", () => Promise.reject(new Error("no"))],
    ["throws", () => JSON.parse("{")],
    ["gives nothing", async () => undefined],
    ["gives an empty text", async () => ""],
    ["gives an object", async () => ({ accessToken: "given" })],
  ])("asks a person when the host %s", async (_, answer) => {
    // What a portal that is written in JavaScript may really give.
    const session = openSession(answer as GetAccessToken);
    const problem = { kind: "hostRefused", needsPerson: true, claims: "{}", at: now };
    await expect(session.getAccessToken({ ...request, claims: "{}" })).rejects.toMatchObject({ problem });
    expect(session.getState()).toMatchObject({ kind: "signedIn", problem });
  });

  it("asks the host again for what it refused", async () => {
    const getAccessToken = vi.fn<GetAccessToken>(() => Promise.reject(new Error("no")));
    const session = openSession(getAccessToken);
    await session.getAccessToken({ ...request, claims: "{}" }).catch(() => undefined);
    await session.signIn();
    expect(session.getState()).toMatchObject({ problem: { kind: "hostRefused" } });
    getAccessToken.mockImplementation(async () => "given");
    await session.signIn();
    expect(getAccessToken).toHaveBeenLastCalledWith({ ...request, claims: "{}" });
    expect(session.getState()).toMatchObject({ problem: null });
    expect(getAccessToken).toHaveBeenCalledTimes(3);
    await session.signIn();
    expect(getAccessToken).toHaveBeenCalledTimes(3);
  });

  it("is patient with a slow host before it asks a person", async () => {
    const session = openSession(() => new Promise(() => {}));
    const ask = async () => {
      const answer = session.getAccessToken(request).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(30_000);
      return answer;
    };
    expect(await ask()).toMatchObject({ problem: { kind: "hostSlow", needsPerson: false } });
    expect(await ask()).toMatchObject({ problem: { needsPerson: false } });
    expect(session.getState()).toMatchObject({ problem: null });
    expect(await ask()).toMatchObject({ problem: { kind: "hostSlow", needsPerson: true } });
    expect(session.getState()).toMatchObject({ problem: { kind: "hostSlow" } });
  });

  it("leaves no timer behind when it ends", async () => {
    const session = openSession(() => new Promise(() => {}));
    void session.getAccessToken(request).catch(() => undefined);
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(1);
    session.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  describe("when the host answers after all", () => {
    function openSlowSession() {
      const answers: ((accessToken: string) => void)[] = [];
      const session = openSession(() => new Promise((resolve) => answers.push(resolve)));
      const askInVain = async () => {
        const answer = session.getAccessToken(request).catch(() => "nothing");
        await vi.advanceTimersByTimeAsync(30_000);
        expect(await answer).toBe("nothing");
      };
      return { session, answers, askInVain };
    }

    it("gives that to whoever asks next, and once", async () => {
      const { session, answers, askInVain } = openSlowSession();
      await askInVain();
      answers[0]?.("late");
      await expect(session.getAccessToken(request)).resolves.toBe("late");
      await askInVain();
    });

    it("gives it only for what was asked", async () => {
      const { session, answers, askInVain } = openSlowSession();
      await askInVain();
      answers[0]?.("late");
      const answer = session.getAccessToken({ ...request, claims: "{}" });
      await vi.advanceTimersByTimeAsync(0);
      answers[1]?.("with claims");
      await expect(answer).resolves.toBe("with claims");
    });

    it("needs no person any more, whichever answer it is", async () => {
      const { session, answers, askInVain } = openSlowSession();
      await askInVain();
      await askInVain();
      await askInVain();
      expect(session.getState()).toMatchObject({ problem: { kind: "hostSlow" } });
      answers[1]?.("late");
      await vi.advanceTimersByTimeAsync(0);
      expect(session.getState()).toMatchObject({ problem: null });
      await expect(session.getAccessToken(request)).resolves.toBe("late");
    });
  });

  it("stays signed in whatever is pressed", async () => {
    const session = openSession(async () => "given");
    await session.signOut();
    session.switchAccount("somebody");
    expect(session.getState().kind).toBe("signedIn");
  });
});
