import type { Exchange } from "./answer.ts";

/** What a page may read of Graph's headers: `Retry-After` and `Date` are not among them. */
const exposedHeaders =
  "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, WWW-Authenticate";

/** Source: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const alwaysExposed = [
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
];

export function preflightResponse(request: Request, allowedOrigin: string): Response {
  const asked = request.headers.get("Access-Control-Request-Headers");
  return new Response(null, {
    status: 200,
    headers: {
      "Access-Control-Allow-Origin": allowedOrigin,
      "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
      "Access-Control-Allow-Headers": asked ?? "authorization, client-request-id, content-type",
      "Access-Control-Max-Age": "3600",
    },
  });
}

/** The headers that Graph puts on every answer; what the answer already says of exposure stays. */
export function withGraphHeaders(response: Response, exchange: Exchange, allowedOrigin: string): Response {
  const headers = new Headers(response.headers);
  headers.set("request-id", exchange.requestId);
  headers.set("client-request-id", exchange.clientRequestId);
  headers.set("Date", new Date(exchange.now).toUTCString());
  headers.set("Access-Control-Allow-Origin", allowedOrigin);
  if (!headers.has("Access-Control-Expose-Headers")) {
    headers.set("Access-Control-Expose-Headers", exposedHeaders);
  }
  return new Response(response.body, { status: response.status, headers });
}

/** The same answer as script in a page of another origin is allowed to see it. */
export function asSeenByPage(response: Response): Response {
  const exposed = (response.headers.get("Access-Control-Expose-Headers") ?? "").toLowerCase().split(/,\s*/);
  const visible = [...response.headers].filter(
    ([name]) => alwaysExposed.includes(name) || exposed.includes(name),
  );
  return new Response(response.body, { status: response.status, headers: visible });
}
