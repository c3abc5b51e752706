import { type Exchange, toResponse } from "./answer.ts";
import { claimsChallenge, forbidden, invalidAccessToken, notFound, tooManyRequests } from "./errors.ts";
import type { Fault, FaultContext } from "./fault.ts";

/** Wait that the throttling faults ask for. */
export const faultRetryAfterSeconds = 7;
/** Claims that the `claimsChallenge` fault asks for, decoded. */
export const faultClaims = '{"access_token":{"nbf":{"essential":true,"value":"1767225600"}}}';

/** What a tenant may meet, by name. Only code can switch these on: no address and no setting leads to them. */
export const faults = {
  htmlPage: () =>
    html(200, "<title>Sign in to the guest network</title><p>Accept the terms to continue.</p>"),
  truncatedJson: async (_, __, { answer }) => truncated(await answer()),
  emptyBody: () => new Response("", { status: 200, headers: { "Content-Type": "application/json" } }),
  errorInSuccess: (_, __, context) => serverError(context, 200, "InternalServerError"),
  unexpectedJson: () => toResponse({ status: 200, body: { data: [] } }),

  nextLinkToOtherOrigin: spoilNextLink(
    () => "https://graph.attacker.example/beta/deviceAppManagement/vppTokens",
  ),
  nextLinkToOtherVersion: spoilNextLink((url) => url.replace("/beta/", "/v1.0/")),
  nextLinkToItself: spoilNextLink((url) => url),
  nextLinkEndless: spoilNextLink(
    (url, readNumber) => `${url.split("?")[0]}?$top=1000&page=${readNumber + 1}`,
  ),

  unauthorized: problem((exchange) =>
    invalidAccessToken(exchange, "Lifetime validation failed, the token is expired."),
  ),
  claimsChallenge: problem((exchange) => claimsChallenge(exchange, faultClaims)),
  forbidden: problem(forbidden),
  notFound: problem((exchange) => notFound(exchange, "vppTokens")),

  throttled: problem((exchange) => tooManyRequests(exchange, faultRetryAfterSeconds, false)),
  throttledReadable: problem((exchange) => tooManyRequests(exchange, faultRetryAfterSeconds, true)),
  throttledWithoutWait: problem((exchange) => tooManyRequests(exchange, null, false)),
  throttledByProxy: problem((exchange) => {
    const answer = tooManyRequests(exchange, faultRetryAfterSeconds, false);
    return {
      ...answer,
      headers: { ...answer.headers, "Access-Control-Expose-Headers": "Retry-After, request-id" },
    };
  }),

  internalServerError: (_, __, context) => serverError(context, 500, "InternalServerError"),
  notImplemented: (_, __, context) => serverError(context, 501, "NotImplemented"),
  badGateway: () => html(502, "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>"),
  serviceUnavailable: (_, __, context) => serverError(context, 503, "ServiceUnavailable"),
  gatewayTimeout: (_, __, context) => serverError(context, 504, "GatewayTimeout"),

  networkFailure: () => "network",
  bodyCutOff: () => "cut",
  noAnswer: () => "hang",

  /** Whether Intune accepts `$select` together with action results is not documented. */
  selectRefused: (request, __, { error }) =>
    hasSelect(request)
      ? error({ status: 400, code: "BadRequest", message: "Query option '$select' is not allowed." })
      : null,
  selectDropsResults: async (request, __, { answer }) =>
    hasSelect(request) ? rewrite(await answer(), withoutResults) : null,
  /** Microsoft's reference prints single entities inside `value`. */
  wrappedEntity: async (_, __, { answer }) =>
    rewrite(await answer(), (body) => (Array.isArray(body.value) ? body : { value: body })),
} as const satisfies Record<string, Fault>;

/** The fault from this read on; everything before it is answered. */
export function fromRead(first: number, fault: Fault): Fault {
  return (request, readNumber, context) => (readNumber < first ? null : fault(request, readNumber, context));
}

/** The fault on these reads alone. */
export function onReads(readNumbers: readonly number[], fault: Fault): Fault {
  return (request, readNumber, context) =>
    readNumbers.includes(readNumber) ? fault(request, readNumber, context) : null;
}

function problem(answerOf: (exchange: Exchange) => Parameters<typeof toResponse>[0]): Fault {
  return (_, __, { exchange }) => toResponse(answerOf(exchange));
}

function serverError({ error }: FaultContext, status: number, code: string): Response {
  return error({ status, code, message: "The service could not complete the request." });
}

function html(status: number, content: string): Response {
  const page = `<!doctype html><html><head><meta charset="utf-8"></head><body>${content}</body></html>`;
  return new Response(page, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function truncated(response: Response): Promise<Response> {
  const text = await response.text();
  return new Response(text.slice(0, text.length >> 1), {
    status: response.status,
    headers: response.headers,
  });
}

function spoilNextLink(linkOf: (url: string, readNumber: number) => string): Fault {
  return async ({ url }, readNumber, { answer }) =>
    rewrite(await answer(), (body) => ({ ...body, "@odata.nextLink": linkOf(url, readNumber) }));
}

function hasSelect(request: Request): boolean {
  return new URL(request.url).searchParams.has("$select");
}

type Body = Readonly<Record<string, unknown>>;

async function rewrite(response: Response, change: (body: Body) => Body): Promise<Response> {
  const body: Body = await response.json();
  return response.ok
    ? toResponse({ status: 200, body: change(body) })
    : toResponse({ status: response.status, body });
}

function withoutResults(body: Body): Body {
  const drop = ({ tokenActionResults: _, ...rest }: Body): Body => rest;
  return Array.isArray(body.value) ? { ...body, value: body.value.map(drop) } : drop(body);
}
