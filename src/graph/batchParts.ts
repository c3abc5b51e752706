import * as v from "valibot";
import { type ReceivedAnswer, type ReceivedBody, receiveText } from "./answerErrors.ts";
import { parseClaimsChallenge } from "./claimsChallenge.ts";

export interface BatchPart extends ReceivedAnswer {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

const batchSchema = v.object({ responses: v.array(v.unknown()) });

/** Ids are ours: the index of the request. Headers of a wrong shape cost no part. */
const partSchema = v.object({
  id: v.string(),
  status: v.pipe(v.number(), v.integer()),
  headers: v.fallback(v.optional(v.record(v.string(), v.unknown()), {}), {}),
  body: v.optional(v.unknown()),
});

export function isBatch(body: unknown): boolean {
  return v.is(batchSchema, body);
}

/** The readable parts of an answer to a `$batch`, by index of their request; Graph sends them in any order. */
export function parseBatch(body: unknown, clientRequestId: string): ReadonlyMap<number, BatchPart> {
  const { responses } = v.parse(batchSchema, body);
  const parts = new Map<number, BatchPart>();
  for (const response of responses) {
    const part = v.safeParse(partSchema, response);
    if (part.success) parts.set(Number(part.output.id), toPart(part.output, clientRequestId));
  }
  return parts;
}

function toPart(part: v.InferOutput<typeof partSchema>, clientRequestId: string): BatchPart {
  const { status, body } = part;
  const headers = Object.fromEntries(
    Object.entries(part.headers).map(([name, value]) => [name.toLowerCase(), textOf(value)]),
  );
  const header = (name: string) => headers[name] ?? null;
  const claims = status === 401 ? parseClaimsChallenge(header("www-authenticate")) : null;
  return { status, headers, header, body: receivePart(body), clientRequestId, claims };
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** What is no JSON arrives as text. */
function receivePart(body: unknown): ReceivedBody {
  if (typeof body === "string") return receiveText(body);
  return body === undefined || body === null ? { kind: "other" } : { kind: "json", value: body };
}
