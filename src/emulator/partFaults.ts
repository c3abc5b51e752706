import { type Answer, type Exchange, jsonContentType, toResponse } from "./answer.ts";
import type { Fault } from "./fault.ts";

interface SentPart {
  readonly id: string;
  readonly url: string;
}

interface AnsweredParts {
  readonly responses: readonly { readonly id: string }[];
}

/**
 * Goes wrong with single parts of a `$batch`, each judged by the address that it asks for; `null` leaves a part as it
 * is. Other requests are left alone.
 */
export function spoilParts(spoil: (url: string, exchange: Exchange) => Answer | null): Fault {
  return async (request, _, { exchange, answer }) => {
    if (!request.url.endsWith("/$batch")) return null;
    // Read before the true answer takes the body.
    const { requests }: { readonly requests: readonly SentPart[] } = await request.clone().json();
    const spoiled = new Map(requests.map(({ id, url }) => [id, spoil(url, exchange)]));
    const response = await answer();
    if (!response.ok) return response;
    const { responses }: AnsweredParts = await response.json();
    const body = { responses: responses.map((part) => partOf(part.id, spoiled.get(part.id)) ?? part) };
    return toResponse({ status: 200, body });
  };
}

function partOf(id: string, answer: Answer | null | undefined) {
  if (!answer) return null;
  const { status, headers, body } = answer;
  return { id, status, headers: { "Content-Type": jsonContentType, ...headers }, body };
}
