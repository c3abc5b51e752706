import { createGraphClient } from "../../src/graph/graphClient.ts";
import { GraphError } from "../../src/graph/graphError.ts";
import type { RequesterOptions } from "../../src/graph/requester.ts";

export const origin = "https://graph.microsoft.com";
export const listUrl = `${origin}/beta/deviceAppManagement/vppTokens`;
/** 2026-03-01T12:00:00Z */
export const now = Date.UTC(2026, 2, 1, 12);

export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

type Responder = (request: SentRequest) => Response | Promise<Response>;

/** A client whose requests are answered in order by `responders` (the last one answers all further requests). */
export function stubClient(
  responders: Responder | readonly Responder[],
  options: Partial<RequesterOptions> = {},
) {
  const sent: SentRequest[] = [];
  const asked: { claims?: string }[] = [];
  const list = typeof responders === "function" ? [responders] : responders;
  const client = createGraphClient({
    origin,
    now: () => now,
    newRequestId: () => `request-${sent.length + 1}`,
    getAccessToken: async (request) => {
      asked.push(request);
      return `access-${asked.length}`;
    },
    fetch: async (url, init) => {
      const body = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
      const request = { url, method: init.method ?? "", headers: new Headers(init.headers), body, init };
      const responder = list[Math.min(sent.length, list.length - 1)];
      sent.push(request);
      if (responder === undefined) throw new Error(`unexpected request to ${url}`);
      return responder(request);
    },
    ...options,
  });
  return { client, sent, asked };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

export function text(body: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(body, { status, headers });
}

export async function graphErrorOf(work: Promise<unknown>): Promise<GraphError> {
  const outcome = await work.then(
    () => "success",
    (error: unknown) => error,
  );
  if (!(outcome instanceof GraphError)) throw new Error(`no GraphError: ${String(outcome)}`);
  return outcome;
}

/** A `WWW-Authenticate` value that asks for `claims`. */
export function challenge(claims: string): string {
  return `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${btoa(claims)}"`;
}
