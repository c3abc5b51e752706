import { errorOf, judgeAnswer } from "./answerErrors.ts";
import { parseClaimsChallenge } from "./claimsChallenge.ts";
import { reportOf } from "./exchangeReport.ts";
import { GraphError, type GraphErrorKind } from "./graphError.ts";
import type { RequestMeter } from "./requestMeter.ts";
import { vppTokenScopes } from "./scopes.ts";
import { type Answer, createExchange, type Exchange, type FetchFunction } from "./transport.ts";

/**
 * `claims`: decoded JSON of a claims challenge, passed on once. A rejection means that a person must sign in, unless it
 * is a `GraphError` that says otherwise.
 */
export type GetAccessToken = (request: {
  readonly scopes: readonly string[];
  readonly claims?: string;
}) => Promise<string>;

export interface RequesterOptions {
  /** Of the cloud, for example `https://graph.microsoft.com`. No request goes anywhere else. */
  readonly origin: string;
  readonly fetch: FetchFunction;
  readonly getAccessToken: GetAccessToken;
  /** Epoch ms. */
  readonly now?: () => number;
  /** For one request and its whole answer; the access token is waited for without a bound. */
  readonly timeoutMs?: number;
  readonly newRequestId?: () => string;
  /** Hears of every request that leaves, and may hold it back before. */
  readonly meter?: Pick<RequestMeter, "admit" | "record"> | undefined;
}

export interface GraphRequest {
  /** Checked already: it will carry the access token. */
  readonly url: string;
  /** JSON text of a POST; a GET has none. */
  readonly body?: string;
  /** Of a challenge that was met already; a further one is then not answered. */
  readonly claims?: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Whether the JSON is of the expected kind; `unreadableAnswer` if not. */
  readonly accepts?: ((value: unknown) => boolean) | undefined;
  /** How it gets there and back; by `fetch` if not given. */
  readonly exchange?: Exchange | undefined;
  /** Of a `$batch`; anything else is one. */
  readonly parts?: number;
  /** What the parts of an accepted answer failed with. */
  readonly partErrors?: ((value: unknown) => readonly GraphError[]) | undefined;
}

export interface GraphAnswer {
  readonly value: unknown;
  readonly clientRequestId: string;
  /** What this answer amounts to when its reader finds it to be of no use. */
  readonly errorAs: (kind: GraphErrorKind) => GraphError;
}

/** One request with an access token, sent again once when Graph challenges the token. Throws `GraphError`. */
export function createRequester(options: RequesterOptions): (request: GraphRequest) => Promise<GraphAnswer> {
  const { origin, fetch, meter, now = Date.now, timeoutMs = 30_000 } = options;
  const { newRequestId = () => crypto.randomUUID() } = options;
  const scopes = vppTokenScopes(origin);
  const exchangeHere = createExchange(fetch);

  return async function request(wanted) {
    const { url, body, claims = null, signal, parts = 1, exchange = exchangeHere } = wanted;
    signal?.throwIfAborted();
    const token = await accessToken(
      options.getAccessToken,
      claims === null ? { scopes } : { scopes, claims },
      signal,
    );
    await meter?.admit(parts, signal);
    const clientRequestId = newRequestId();
    const sent = { startedAt: now(), parts, clientRequestId };
    const report = (answer: Answer | null, errors: readonly unknown[]) =>
      meter?.record(reportOf(sent, now(), answer, errors));
    const init = initOf(token, clientRequestId, body);
    const answer = await exchange({ url, init, timeoutMs, clientRequestId, signal }).catch(
      (error: unknown) => {
        const met = error instanceof GraphError ? error.metAt(now()) : error;
        report(null, [met]);
        throw met;
      },
    );
    const challenge = challengeOf(answer);
    try {
      const value = judge(answer, challenge, wanted.accepts);
      report(answer, wanted.partErrors?.(value) ?? []);
      const errorAs = (kind: GraphErrorKind) =>
        errorOf({ ...answer, body: { kind: "other" }, claims: null }, kind, now());
      return { value, clientRequestId, errorAs };
    } catch (error) {
      report(answer, [error]);
      if (challenge !== null && claims === null) return request({ ...wanted, claims: challenge });
      throw error;
    }
  };

  function judge(answer: Answer, claims: string | null, accepts: GraphRequest["accepts"]): unknown {
    return judgeAnswer({ ...answer, claims }, now(), accepts);
  }
}

async function accessToken(
  getAccessToken: GetAccessToken,
  wanted: Parameters<GetAccessToken>[0],
  signal: AbortSignal | undefined,
): Promise<string> {
  try {
    const token = await getAccessToken(wanted);
    signal?.throwIfAborted();
    // What cannot stand in a header would be quoted by the error of `fetch`.
    if (!/^[\x21-\x7e]+$/.test(token)) throw new TypeError("getAccessToken gave no access token");
    return token;
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof GraphError) throw cause;
    throw new GraphError("signInNeeded", { cause });
  }
}

function initOf(token: string, clientRequestId: string, body: string | undefined): RequestInit {
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: "application/json",
    "client-request-id": clientRequestId,
  };
  if (body === undefined) return { method: "GET", headers };
  return { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body };
}

function challengeOf({ status, header }: Answer): string | null {
  return status === 401 ? parseClaimsChallenge(header("www-authenticate")) : null;
}
