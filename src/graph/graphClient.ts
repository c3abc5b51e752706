import { type BatchAnswer, type BatchRequest, createBatchReader } from "./batch.ts";
import { graphUrl } from "./nextLink.ts";
import { createRequester, type GraphAnswer, type RequesterOptions } from "./requester.ts";
import type { Exchange } from "./transport.ts";

export interface GetOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether the JSON is of the expected kind; `unreadableAnswer` if not. */
  readonly accepts?: (value: unknown) => boolean;
  /** How the request gets to Graph and back, if not by the client's own `fetch`. */
  readonly exchange?: Exchange | undefined;
}

/**
 * Reads Graph. Rejects with a `GraphError` or with the reason of the caller's abort, nothing else.
 * Bodies are raw: the parsers of this room redact them before anything keeps them.
 */
export interface GraphClient {
  readonly origin: string;
  /** Parsed JSON of a path under `/beta/` or of a next link on the same origin. */
  get(pathOrNextLink: string, options?: GetOptions): Promise<unknown>;
  /** The same with the error that it amounts to when what it says cannot be followed. */
  getAnswer(pathOrNextLink: string, options?: GetOptions): Promise<Pick<GraphAnswer, "value" | "errorAs">>;
  /**
   * Reads through `$batch`, at most 20 parts a request, in the order of `requests`. Each part is judged alone. Rejects
   * when the first `$batch` fails as a whole; when a later one does, its parts and the unsent ones carry that error.
   */
  batch(
    requests: readonly BatchRequest[],
    options?: Pick<GetOptions, "signal">,
  ): Promise<readonly BatchAnswer[]>;
}

export function createGraphClient(options: RequesterOptions): GraphClient {
  const { origin, now = Date.now } = options;
  const request = createRequester(options);
  const getAnswer: GraphClient["getAnswer"] = async (pathOrNextLink, options = {}) =>
    request({ url: graphUrl(origin, pathOrNextLink), ...options });
  return {
    origin,
    getAnswer,
    get: async (...wanted) => (await getAnswer(...wanted)).value,
    batch: createBatchReader(request, graphUrl(origin, "/beta/$batch"), now),
  };
}
