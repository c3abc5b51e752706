import { judgeAnswer } from "./answerErrors.ts";
import { type BatchPart, isBatch, parseBatch } from "./batchParts.ts";
import { GraphError } from "./graphError.ts";
import type { createRequester } from "./requester.ts";

/** Source: https://learn.microsoft.com/graph/json-batching */
const batchLimit = 20;

/** A part that reads. `url`: below the API version, beginning with `/`. */
export interface BatchRequest {
  readonly url: string;
}

/** The outcome of one part: its body as received (not redacted yet), or what it failed with. */
export interface BatchAnswer {
  /** `null` when Graph did not answer this part. */
  readonly status: number | null;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly error: GraphError | null;
}

interface Reading {
  readonly signal?: AbortSignal | undefined;
  readonly claims?: string | null;
}

/** `url`: of the `$batch` endpoint. `now`: epoch ms. */
export function createBatchReader(
  request: ReturnType<typeof createRequester>,
  url: string,
  now: () => number,
) {
  async function send(requests: readonly BatchRequest[], { signal, claims = null }: Reading) {
    const { value, clientRequestId } = await request({
      url,
      body: batchBody(requests),
      claims,
      signal,
      accepts: isBatch,
      parts: requests.length,
      partErrors: (batch) => errorsIn(batch, now()),
    });
    const parts = parseBatch(value, clientRequestId);
    return requests.map((_, index) => parts.get(index) ?? null);
  }

  /** Parts that answer with a claims challenge are sent again, once, with a token for the first one's claims. */
  async function readChunk(requests: readonly BatchRequest[], signal: AbortSignal | undefined) {
    const parts = await send(requests, { signal });
    const answers = parts.map((part) => toAnswer(part, now()));
    const claims = parts.find(isChallenged)?.claims ?? null;
    if (claims === null) return answers;
    const challenged = requests.filter((_, index) => isChallenged(parts[index] ?? null));
    const again = (await orFailed(challenged, send(challenged, { signal, claims }), now)).values();
    return answers.map((answer, index) =>
      isChallenged(parts[index] ?? null) ? (again.next().value ?? answer) : answer,
    );
  }

  return async function batch(requests: readonly BatchRequest[], { signal }: Reading = {}) {
    const answers: BatchAnswer[] = [];
    while (answers.length < requests.length) {
      const chunk = requests.slice(answers.length, answers.length + batchLimit);
      try {
        answers.push(...(await readChunk(chunk, signal)));
      } catch (error) {
        if (answers.length === 0) throw error;
        return [...answers, ...failed(requests.slice(answers.length), error)];
      }
    }
    return answers;
  };
}

async function orFailed(
  requests: readonly BatchRequest[],
  sent: Promise<readonly (BatchPart | null)[]>,
  now: () => number,
): Promise<readonly BatchAnswer[]> {
  try {
    return (await sent).map((part) => toAnswer(part, now()));
  } catch (error) {
    return failed(requests, error);
  }
}

/** Every request fails with the error of the `$batch` that should have carried it. An abort stays an abort. */
function failed(requests: readonly BatchRequest[], error: unknown): readonly BatchAnswer[] {
  if (!(error instanceof GraphError)) throw error;
  return requests.map(() => ({ status: error.status, headers: {}, body: null, error }));
}

function errorsIn(batch: unknown, now: number): readonly GraphError[] {
  return [...parseBatch(batch, "").values()].flatMap((part) => toAnswer(part, now).error ?? []);
}

function isChallenged(part: BatchPart | null): boolean {
  return part?.claims !== undefined && part.claims !== null;
}

function batchBody(requests: readonly BatchRequest[]): string {
  const headers = { Accept: "application/json" };
  const parts = requests.map(({ url }, index) => ({ id: String(index), method: "GET", url, headers }));
  return JSON.stringify({ requests: parts });
}

function toAnswer(part: BatchPart | null, now: number): BatchAnswer {
  if (part === null) {
    return { status: null, headers: {}, body: null, error: new GraphError("unreadableAnswer") };
  }
  const { status, headers } = part;
  try {
    return { status, headers, body: judgeAnswer(part, now), error: null };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status, headers, body: null, error };
  }
}
