import type { Answer, Exchange } from "./answer.ts";
import { badRequest, errorAnswer, notFound } from "./errors.ts";
import { type ApiVersion, nextLink, parsePage, parseSelect, QueryError, refuseUnsupported } from "./odata.ts";
import type { TokenList } from "./tokenList.ts";

/** A request, or a part of a batch, without the transport around it. */
export interface ResourceCall {
  readonly method: string;
  readonly version: ApiVersion;
  /** Below the version, with a leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What the tenant holds at this moment and how it hands it out. */
export interface Tenant {
  readonly origin: string;
  readonly tokens: TokenList;
  readonly pageSize: number;
}

const collectionPath = "/deviceAppManagement/vppTokens";

export function answerResource(call: ResourceCall, exchange: Exchange, tenant: Tenant): Answer {
  if (call.path !== collectionPath && !call.path.startsWith(`${collectionPath}/`)) {
    return notFound(exchange, call.path);
  }
  if (call.method !== "GET") return methodNotAllowed(exchange, call.method);
  try {
    refuseUnsupported(call.query);
    const id = call.path.slice(collectionPath.length + 1);
    return id === "" ? listTokens(call, tenant) : getToken(id, call, exchange, tenant);
  } catch (error) {
    if (error instanceof QueryError) return badRequest(exchange, error.message);
    throw error;
  }
}

export function methodNotAllowed(exchange: Exchange, method: string): Answer {
  const message = `The requested resource does not support http method '${method}'.`;
  return errorAnswer(exchange, { status: 405, code: "MethodNotAllowed", message });
}

function listTokens({ version, query }: ResourceCall, { origin, tokens, pageSize }: Tenant): Answer {
  const { names, pick } = parseSelect(query, version);
  const { from, to } = parsePage(query, pageSize);
  const count = Math.max(0, Math.min(to, tokens.length) - from);
  const body = {
    "@odata.context": contextUrl(origin, version, names),
    ...(to < tokens.length && {
      "@odata.nextLink": nextLink(`${origin}/${version}${collectionPath}`, query, to),
    }),
    value: Array.from({ length: count }, (_, index) => pick(tokens.at(from + index))),
  };
  return { status: 200, body };
}

function getToken(id: string, call: ResourceCall, exchange: Exchange, { origin, tokens }: Tenant): Answer {
  const { names, pick } = parseSelect(call.query, call.version);
  const index = tokens.indexOf(id);
  if (index === -1) return notFound(exchange, id);
  const context = { "@odata.context": `${contextUrl(origin, call.version, names)}/$entity` };
  return { status: 200, body: Object.assign(context, pick(tokens.at(index))) };
}

function contextUrl(origin: string, version: ApiVersion, names: readonly string[]): string {
  const selected = names.length > 0 ? `(${names.join(",")})` : "";
  return `${origin}/${version}/$metadata#deviceAppManagement/vppTokens${selected}`;
}
