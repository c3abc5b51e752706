import { type Answer, type Exchange, jsonContentType } from "./answer.ts";
import { badRequest, notFound } from "./errors.ts";
import type { ApiVersion } from "./odata.ts";
import { isRecord } from "./tokenList.ts";
import type { ResourceCall } from "./vppTokensEndpoint.ts";

const maxParts = 20;

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
}

/** Each part gets its own status and headers. Source: https://learn.microsoft.com/graph/json-batching */
export async function answerBatch(
  version: ApiVersion,
  exchange: Exchange,
  answerPart: (call: ResourceCall) => Answer,
): Promise<Answer> {
  const parts = parseParts(await readJson(exchange.request));
  if (typeof parts === "string") return badRequest(exchange, parts);
  const responses = parts.map((part) => {
    const call = callOf(part, version);
    const { status, headers, body } = call === null ? notFound(exchange, part.url) : answerPart(call);
    return { id: part.id, status, headers: { "Content-Type": jsonContentType, ...headers }, body };
  });
  return { status: 200, body: { responses } };
}

/** The parts, or what Graph says of a batch that it does not accept. */
function parseParts(body: unknown): readonly Part[] | string {
  if (!isRecord(body) || !Array.isArray(body.requests)) return "Invalid batch payload format.";
  const parts: readonly unknown[] = body.requests;
  if (parts.length > maxParts)
    return `Number of batch request steps exceeds the maximum value of ${maxParts}.`;
  if (parts.length === 0 || !parts.every(isPart)) return "Invalid batch payload format.";
  if (new Set(parts.map(({ id }) => id)).size < parts.length) return "Request id values must be unique.";
  return parts;
}

function isPart(part: unknown): part is Part {
  return isRecord(part) && [part.id, part.method, part.url].every((field) => typeof field === "string");
}

function callOf({ method, url }: Part, version: ApiVersion): ResourceCall | null {
  if (!url.startsWith("/")) return null;
  const { pathname, searchParams } = new URL(`https://batch.invalid${url}`);
  return { method: method.toUpperCase(), version, path: pathname, query: searchParams };
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
