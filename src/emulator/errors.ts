import type { Answer, Exchange } from "./answer.ts";

interface GraphProblem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Graph's error body. Source: https://learn.microsoft.com/graph/errors */
export function errorAnswer(exchange: Exchange, problem: GraphProblem): Answer {
  const { status, code, message, headers = {} } = problem;
  const innerError = {
    date: new Date(exchange.now).toISOString().slice(0, 19),
    "request-id": exchange.requestId,
    "client-request-id": exchange.clientRequestId,
  };
  return { status, headers, body: { error: { code, message, innerError } } };
}

export function badRequest(exchange: Exchange, message: string): Answer {
  return errorAnswer(exchange, { status: 400, code: "BadRequest", message });
}

const bearer =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';

export function invalidAccessToken(exchange: Exchange, message: string): Answer {
  const headers = { "WWW-Authenticate": `${bearer}, client_id="00000003-0000-0000-c000-000000000000"` };
  return errorAnswer(exchange, { status: 401, code: "InvalidAuthenticationToken", message, headers });
}

/**
 * Continuous access evaluation asks for a token with other claims. `claims`: decoded JSON text.
 * Source: https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
 */
export function claimsChallenge(exchange: Exchange, claims: string): Answer {
  const challenge = `${bearer}, error="insufficient_claims", claims="${btoa(claims)}"`;
  return errorAnswer(exchange, {
    status: 401,
    code: "InvalidAuthenticationToken",
    message:
      "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp",
    headers: { "WWW-Authenticate": challenge },
  });
}

/** Consent was granted but the Intune role is missing. */
export function forbidden(exchange: Exchange): Answer {
  const message = intuneMessage(exchange, "Application is not authorized to perform this operation", null);
  return errorAnswer(exchange, { status: 403, code: "Forbidden", message });
}

export function notFound(exchange: Exchange, what: string): Answer {
  const message = intuneMessage(exchange, `Resource '${what}' does not exist`, null);
  return errorAnswer(exchange, { status: 404, code: "ResourceNotFound", message });
}

/**
 * `readable`: whether Intune's message also tells the wait, which a browser could not read from the header.
 * `seconds`: `null` when nothing tells it. Source: https://learn.microsoft.com/graph/throttling
 */
export function tooManyRequests(exchange: Exchange, seconds: number | null, readable: boolean): Answer {
  return errorAnswer(exchange, {
    status: 429,
    code: "TooManyRequests",
    message: readable
      ? intuneMessage(exchange, "Too many requests", seconds)
      : "Please retry after a while: too many requests.",
    headers: seconds === null ? {} : { "Retry-After": String(seconds) },
  });
}

/** Intune hides its own error, a JSON text with CRLF line ends, in Graph's `message`. */
function intuneMessage(exchange: Exchange, what: string, retryAfter: number | null): string {
  const detail =
    `${what} - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000` +
    ` - Activity ID: ${exchange.requestId} - Url: https://fef.emulated.manage.microsoft.com/AppLifecycle` +
    "/StatelessAppMetadataFEService/deviceAppManagement/vppTokens?api-version=5026-01-01";
  const message = {
    _version: 3,
    Message: detail,
    CustomApiErrorPhrase: "",
    RetryAfter: retryAfter,
    ErrorSourceService: "",
    HttpHeaders: "{}",
  };
  return JSON.stringify(message, null, 2).replaceAll("\n", "\r\n");
}
