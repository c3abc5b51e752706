import { type ReceivedBody, receiveText } from "./answerErrors.ts";
import { GraphError } from "./graphError.ts";

export type FetchFunction = (input: string, init: RequestInit) => Promise<Response>;

/** A whole answer: nothing of it is left on the wire. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: ReceivedBody;
  /** Of the body, after decompression. */
  readonly receivedBytes: number;
  /** What we sent as `client-request-id`. */
  readonly clientRequestId: string;
}

export interface ExchangeRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly timeoutMs: number;
  readonly clientRequestId: string;
  /** The caller's own; its abort is passed on as it is. */
  readonly signal: AbortSignal | undefined;
}

/**
 * One request and its whole answer within `timeoutMs`, body included. Throws `GraphError` `network` or `timeout`, or
 * the caller's abort reason.
 */
export type Exchange = (request: ExchangeRequest) => Promise<Answer>;

export function createExchange(fetch: FetchFunction): Exchange {
  return async (request) => {
    const { url, init, clientRequestId } = request;
    const { status, headers, text, receivedBytes } = await inTime(request, (ended) =>
      receiveWhole(fetch, url, init, ended),
    );
    const header = (name: string) => headers.get(name);
    return { status, header, body: receiveText(text), receivedBytes, clientRequestId };
  };
}

/** The result of `work`, which is told when its time is up; its failures are those of an exchange. */
export async function inTime<Result>(
  { timeoutMs, clientRequestId, signal }: ExchangeRequest,
  work: (ended: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const ended = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  try {
    return await orEnd(work(ended), ended);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new GraphError(deadline.aborted ? "timeout" : "network", { clientRequestId, cause });
  }
}

/** A body that has arrived to its end. */
export async function receiveWhole(
  fetch: FetchFunction,
  url: string,
  init: RequestInit,
  ended: AbortSignal,
): Promise<Pick<Response, "status" | "headers"> & { readonly text: string; readonly receivedBytes: number }> {
  const response = await fetch(url, { ...init, ...fixedInit, cache: cacheOf(init), signal: ended });
  const bytes = await response.arrayBuffer();
  const { status, headers } = response;
  return { status, headers, text: new TextDecoder().decode(bytes), receivedBytes: bytes.byteLength };
}

/**
 * A browser neither keeps nor reuses the answer to a POST. What it is told about one all the same would keep Chromium
 * from using its preflight cache, and double the round trips. The answer to a GET must not even reach the disk.
 * Source: https://www.rfc-editor.org/rfc/rfc9111#section-4
 */
function cacheOf({ method }: RequestInit): RequestCache {
  return method === "POST" ? "default" : "no-store";
}

/** No cookies, no redirect that would carry the access token elsewhere, no address of ours. */
const fixedInit: RequestInit = {
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
};

/** Ends with the signal even where a `fetch` does not heed it. */
function orEnd<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
