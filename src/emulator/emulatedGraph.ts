import { type Answer, type Exchange, toResponse } from "./answer.ts";
import { applyFault, untilAborted } from "./applyFault.ts";
import { answerBatch } from "./batch.ts";
import { asSeenByPage, preflightResponse, withGraphHeaders } from "./cors.ts";
import { claimsChallenge, errorAnswer, invalidAccessToken, notFound, tooManyRequests } from "./errors.ts";
import type { Fault, FaultContext } from "./fault.ts";
import type { ApiVersion } from "./odata.ts";
import { hashOf, uuidOf } from "./random.ts";
import { createRequestBudget } from "./requestBudget.ts";
import type { ScenarioName } from "./scenarios.ts";
import { scenarioTable } from "./scenarioTable.ts";
import { answerResource, methodNotAllowed, type ResourceCall } from "./vppTokensEndpoint.ts";

export interface EmulatedGraphOptions {
  readonly scenario: ScenarioName;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Default 1. */
  readonly seed?: number;
  /** Only for `district`: 10 or more; default 3,000. */
  readonly tokensCount?: number;
  /** Stands in next links, and is the only origin that `fetch` reaches. Default https://graph.microsoft.com. */
  readonly origin?: string;
  /** Access-Control-Allow-Origin. Default "*". */
  readonly allowedOrigin?: string;
  /** Default: every token that is not empty. `claims`: decoded JSON, answered as a claims challenge. */
  readonly authorize?: (accessToken: string | null) => "ok" | "invalid" | { readonly claims: string };
  /** Waits before an answer. Default: none. */
  readonly delay?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Goes wrong on top of the scenario; see `faults`. */
  readonly fault?: Fault;
}

export interface EmulatedGraph {
  /**
   * The whole answer, as a server sends it. Rejects with a `TypeError` where the connection should break, and with
   * the signal's reason when the request is aborted.
   */
  handle(request: Request): Promise<Response>;
  /** The same for a page: unexposed headers are hidden, other origins are unreachable. */
  readonly fetch: typeof fetch;
}

export function createEmulatedGraph(options: EmulatedGraphOptions): EmulatedGraph {
  const { clock, seed = 1, origin = "https://graph.microsoft.com", allowedOrigin = "*" } = options;
  const { authorize = acceptAny, delay = noDelay } = options;
  const size = options.tokensCount === undefined ? {} : { tokensCount: options.tokensCount };
  const scenario = scenarioTable[options.scenario]({ seed, createdAt: clock(), ...size });
  const budget = createRequestBudget();
  let reads = 0;

  function answerCall(call: ResourceCall, exchange: Exchange, refusal: Answer | null): Answer {
    const waitSeconds = budget.spend(exchange.now);
    if (waitSeconds !== null) return tooManyRequests(exchange, waitSeconds, false);
    if (refusal !== null) return refusal;
    const { pageSize = 100 } = scenario;
    return answerResource(call, exchange, { origin, pageSize, tokens: scenario.tokensAt(exchange.now) });
  }

  async function answer(exchange: Exchange): Promise<Answer> {
    const { request } = exchange;
    const verdict = authorize(accessTokenOf(request));
    if (verdict === "invalid") return invalidAccessToken(exchange, "Access token is empty or not valid.");
    if (verdict !== "ok") return claimsChallenge(exchange, verdict.claims);
    const call = callOf(request);
    if (call === null) return notFound(exchange, new URL(request.url).pathname);
    const refusal = scenario.refuse?.(exchange) ?? null;
    if (call.path !== "/$batch") return answerCall(call, exchange, refusal);
    if (call.method !== "POST") return methodNotAllowed(exchange, call.method);
    return answerBatch(call.version, exchange, (part) => answerCall(part, exchange, refusal));
  }

  async function handle(request: Request): Promise<Response> {
    if (request.method === "OPTIONS") return preflightResponse(request, allowedOrigin);
    const latencyMs = 80 + (hashOf(seed, reads) % 220);
    await Promise.race([untilAborted(request.signal), delay(latencyMs, request.signal)]);
    reads += 1;
    const exchange = exchangeOf(request, clock(), uuidOf(seed, reads, 99));
    const readNumber = reads;
    const contextWith = (next: () => Promise<Response>): FaultContext => ({
      exchange,
      answer: next,
      error: (problem) => toResponse(errorAnswer(exchange, problem)),
    });
    const ofGraph = contextWith(async () => toResponse(await answer(exchange)));
    const ofScenario = contextWith(() => applyFault(scenario.fault, request, readNumber, ofGraph));
    const response = await applyFault(options.fault, request, readNumber, ofScenario);
    return withGraphHeaders(response, exchange, allowedOrigin);
  }

  async function fetchInPage(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== origin) throw new TypeError("Failed to fetch");
    return asSeenByPage(await handle(request));
  }

  return { handle, fetch: fetchInPage };
}

function exchangeOf(request: Request, now: number, requestId: string): Exchange {
  return { request, now, requestId, clientRequestId: request.headers.get("client-request-id") ?? requestId };
}

function callOf(request: Request): ResourceCall | null {
  const { pathname, searchParams } = new URL(request.url);
  const [, version, path] = /^\/(beta|v1\.0)(\/.+)$/.exec(pathname) ?? [];
  if (version === undefined || path === undefined) return null;
  return {
    method: request.method,
    version: version as ApiVersion, // the pattern admits no other
    path: path.replace(/^\/%24/, "/$"),
    query: searchParams,
  };
}

function accessTokenOf(request: Request): string | null {
  return /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "")?.[1] ?? null;
}

function acceptAny(accessToken: string | null): "ok" | "invalid" {
  return accessToken === null ? "invalid" : "ok";
}

async function noDelay(): Promise<void> {}
