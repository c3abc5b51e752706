import { newProblem } from "./newProblem.ts";
import {
  type AccessTokenProvider,
  type AccessTokenRequest,
  type Session,
  type SessionState,
  type SignedInAccount,
  SignInError,
} from "./session.ts";
import { createStore } from "./store.ts";

export interface HostSessionOptions {
  /** The host's own; whatever it does, it is waited for so long and no longer. A late answer serves the next request. */
  readonly getAccessToken: AccessTokenProvider;
  /** Tells accounts apart, since an access token is opaque; `null`: the host does not say whose it is. */
  readonly accountKey: string | null;
  /** Epoch ms. */
  readonly clock: () => number;
  readonly timeoutMs?: number;
}

/** Late answers in a row before a person is asked: the host may just be waking up. */
const patientTimeouts = 2;

/** The access tokens of whoever embeds this app: it has signed in, and here nobody can. */
export function createHostSession(options: HostSessionOptions): Session {
  const { accountKey, clock, timeoutMs = 30_000 } = options;
  const account: SignedInAccount = {
    id: accountKey ?? "",
    name: null,
    username: "",
    tenantId: "host",
    isUnknown: accountKey === null,
  };
  const signedIn = { kind: "signedIn", account, accounts: [account], problem: null } as const;
  const store = createStore<SessionState>(signedIn);
  /** Access tokens that are still to come after nobody waited any longer, by what was asked for. */
  const lateAnswers = new Map<string, Promise<string>>();
  let refused: AccessTokenRequest | null = null;
  let timeoutsInRow = 0;
  const waits = new Set<ReturnType<typeof setTimeout>>();

  async function getAccessToken(request: AccessTokenRequest): Promise<string> {
    const asked = JSON.stringify([request.scopes, request.claims]);
    const late = lateAnswers.get(asked);
    const answer = askHost(request);
    try {
      const accessToken = await inTime(late === undefined ? answer : Promise.race([late, answer]));
      lateAnswers.delete(asked);
      timeoutsInRow = 0;
      refused = null;
      showNoProblem();
      return accessToken;
    } catch (error) {
      if (error instanceof LateAnswer) awaitLate(asked, answer);
      else lateAnswers.delete(asked);
      throw refusal(error, request);
    }
  }

  async function askHost(request: AccessTokenRequest): Promise<string> {
    const accessToken: unknown = await options.getAccessToken(request);
    if (typeof accessToken !== "string" || accessToken === "") throw new TypeError("no access token");
    return accessToken;
  }

  /** The first that comes ends the wait for a person too: whoever reads asks again then. */
  function awaitLate(asked: string, answer: Promise<string>): void {
    const earlier = lateAnswers.get(asked);
    const first = new Promise<string>((resolve) => {
      earlier?.then(resolve);
      answer.then(resolve, () => undefined);
    });
    lateAnswers.set(asked, first);
    void first.then(() => lateAnswers.get(asked) === first && showNoProblem());
  }

  function showNoProblem(): void {
    if (store.get() !== signedIn) store.set(signedIn);
  }

  function refusal(error: unknown, request: AccessTokenRequest): SignInError {
    const isLate = error instanceof LateAnswer;
    timeoutsInRow = isLate ? timeoutsInRow + 1 : 0;
    const needsPerson = !isLate || timeoutsInRow > patientTimeouts;
    const claims = request.claims ?? null;
    const problem = newProblem(isLate ? "hostSlow" : "hostRefused", clock(), { needsPerson, claims });
    if (needsPerson) {
      refused = request;
      store.set({ ...signedIn, problem });
    }
    return new SignInError(problem, error);
  }

  function inTime(answer: Promise<string>): Promise<string> {
    let timer: ReturnType<typeof setTimeout>;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new LateAnswer()), timeoutMs);
      waits.add(timer);
    });
    return Promise.race([answer, late]).finally(() => {
      clearTimeout(timer);
      waits.delete(timer);
    });
  }

  return {
    isOfHost: true,
    getState: store.get,
    subscribe: store.subscribe,
    getAccessToken,
    /** Asks the host once more for what it refused. */
    signIn: async () => {
      if (refused !== null) await getAccessToken(refused).catch(() => undefined);
    },
    switchAccount: () => {},
    signOut: async () => {},
    preload: () => {},
    dispose: () => {
      for (const timer of waits) clearTimeout(timer);
    },
  };
}

class LateAnswer extends Error {}
