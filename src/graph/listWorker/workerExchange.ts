import { type ReceivedBody, receiveText } from "../answerErrors.ts";
import { GraphError } from "../graphError.ts";
import { idOf } from "../parseVppTokens.ts";
import { type Answer, type Exchange, type ExchangeRequest, inTime } from "../transport.ts";
import type { FromListWorker, ToListWorker, WorkerAnswer } from "./messages.ts";
import { createSentItems } from "./sentItems.ts";
import { expandPage } from "./shortPage.ts";

/** The part of a `Worker` that is used of it. */
export type WorkerLike = Pick<
  Worker,
  "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror"
>;

/** Exchanges of list pages that happen off the page's main thread. */
export interface ListExchange {
  readonly exchange: Exchange;
  /** The reader goes on with `kept` instead of the equal `item` that an exchange gave it. */
  readonly replace: (item: unknown, kept: unknown) => void;
  /** Ends the worker and forgets what it brought; a later exchange begins anew. */
  readonly close: () => void;
}

interface WorkerExchangeOptions {
  /** `null`: there can be none here. */
  readonly open: () => WorkerLike | null;
  /** Takes over wherever the worker does not come up or breaks. */
  readonly otherwise: Exchange;
}

/**
 * The same exchange with the same errors, by a worker that is opened when it is first needed. A worker that has never
 * brought an answer is not believed when it says that the network failed: the policy it runs under may forbid what the
 * page's own allows. So the page asks itself, and if that works it goes on so.
 */
export function createWorkerExchange({ open, otherwise }: WorkerExchangeOptions): ListExchange {
  let connection: Connection | null = null;
  let isProven = false;
  let isGivenUp = false;

  function connected(): Connection | null {
    if (isGivenUp) return null;
    connection ??= connect(open(), () => {
      connection = null;
      isGivenUp = true;
    });
    isGivenUp = connection === null;
    return connection;
  }

  function close(): void {
    connection?.close();
    connection = null;
  }

  async function exchange(request: ExchangeRequest): Promise<Answer> {
    const used = connected();
    if (used === null) return otherwise(request);
    try {
      const answer = await inTime(request, (ended) => used.ask(request, ended));
      isProven = true;
      return answer;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const isClosed = connection !== used && !isGivenUp;
      if (error.kind === "timeout" && !isClosed) {
        close();
        isGivenUp = !isProven;
      }
      if (error.kind !== "network" || isClosed || (isProven && !isGivenUp)) throw error;
      const answer = await otherwise(request);
      close();
      isGivenUp = true;
      return answer;
    }
  }

  return { exchange, close, replace: (item, kept) => connection?.replace(item, kept) };
}

interface Connection {
  readonly ask: (request: ExchangeRequest, ended: AbortSignal) => Promise<Answer>;
  readonly replace: (item: unknown, kept: unknown) => void;
  readonly close: () => void;
}

function connect(worker: WorkerLike | null, onLost: () => void): Connection | null {
  if (worker === null) return null;
  const sent = createSentItems<object>();
  const waiting = new Map<number, (answer: WorkerAnswer | null, body: ReceivedBody) => void>();
  let asked = 0;

  const post = (message: ToListWorker) => worker.postMessage(message);
  function close(): void {
    worker?.terminate();
    for (const settle of waiting.values()) settle(null, { kind: "other" });
    waiting.clear();
  }
  function lose(): void {
    onLost();
    close();
  }

  worker.onerror = lose;
  worker.onmessageerror = lose;
  /** Also for a request that has been given up meanwhile: what the worker has sent it will not send again. */
  worker.onmessage = ({ data: { id, answer } }: MessageEvent<FromListWorker>) => {
    try {
      const body: ReceivedBody = answer === null ? { kind: "other" } : bodyOf(answer);
      waiting.get(id)?.(answer, body);
      waiting.delete(id);
    } catch {
      lose();
    }
  };

  function bodyOf({ body: { kind, text } }: WorkerAnswer): ReceivedBody {
    return kind === "page" ? { kind: "json", value: expandPage(text, sent) } : receiveText(text);
  }

  return {
    ask: ({ url, init, clientRequestId }, ended) =>
      new Promise((resolve, reject) => {
        const id = asked;
        asked += 1;
        waiting.set(id, (answer, body) => {
          if (answer === null) return reject(new TypeError("no whole answer"));
          const { status, headers, receivedBytes } = answer;
          const header = (name: string) => headers[name] ?? null;
          resolve({ status, header, body, receivedBytes, clientRequestId });
        });
        ended.addEventListener("abort", () => waiting.has(id) && post({ kind: "abort", id }), { once: true });
        post({ kind: "ask", id, url, init });
      }),
    replace(item, kept) {
      const id = idOf(item);
      if (id !== null && isObject(item) && isObject(kept)) sent.replace(id, item, kept);
    },
    close,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
