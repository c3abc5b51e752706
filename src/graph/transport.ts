import { GraphError } from "./graphError.ts";

export type FetchFunction = (input: string, init: RequestInit) => Promise<Response>;

/** A whole answer: nothing of it is left on the wire. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
  /** Of the body, after decompression. */
  readonly receivedBytes: number;
  /** What we sent as `client-request-id`. */
  readonly clientRequestId: string;
}

interface Exchange {
  readonly fetch: FetchFunction;
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
export async function exchange(options: Exchange): Promise<Answer> {
  const { fetch, url, init, timeoutMs, clientRequestId, signal } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  const ended = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  try {
    const response = await orEnd(
      fetch(url, { ...init, ...fixedInit, cache: cacheOf(init), signal: ended }),
      ended,
    );
    const bytes = await orEnd(response.arrayBuffer(), ended);
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      text: new TextDecoder().decode(bytes),
      receivedBytes: bytes.byteLength,
      clientRequestId,
    };
  } catch (cause) {
    signal?.throwIfAborted();
    throw new GraphError(deadline.aborted ? "timeout" : "network", { clientRequestId, cause });
  }
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
