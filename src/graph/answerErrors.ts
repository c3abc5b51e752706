import { GraphError, type GraphErrorKind } from "./graphError.ts";
import { asRecord } from "./parseValues.ts";
import { redactText } from "./redact.ts";
import { parseRetryAfterMs } from "./retryAfter.ts";

/** An answer of Graph, or a part of a `$batch`. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: ReceivedBody;
  readonly clientRequestId: string;
  /** Claims that a 401 asked for, decoded. */
  readonly claims: string | null;
}

export type ReceivedBody =
  | { readonly kind: "json"; readonly value: unknown }
  /** `html`: from a proxy, a captive portal or a gateway. `other`: empty, truncated or anything else. */
  | { readonly kind: "html" | "other" };

export function receiveText(text: string): ReceivedBody {
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    // The SyntaxError quotes the text, which may hold a credential: it goes no further.
    return { kind: /^\s*</.test(text) ? "html" : "other" };
  }
}

/**
 * The answer's JSON; throws the `GraphError` that it amounts to otherwise. `now`: epoch ms, for waits given as a date.
 * `accepts`: whether JSON is of the kind that was asked for.
 */
export function judgeAnswer(
  answer: ReceivedAnswer,
  now: number,
  accepts: (value: unknown) => boolean = () => true,
): unknown {
  const { status, body } = answer;
  if (status < 200 || status > 299) throw errorOf(answer, kindOf(answer), now);
  if (body.kind !== "json") throw errorOf(answer, "unreadableAnswer", now);
  const error = asRecord(body.value)?.error;
  if (error !== undefined && error !== null) throw errorOf(answer, "refused", now);
  if (!accepts(body.value)) throw errorOf({ ...answer, body: { kind: "other" } }, "unreadableAnswer", now);
  return body.value;
}

const kindOfStatus: Readonly<Record<number, GraphErrorKind>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "notFound",
  429: "throttled",
};

/**
 * A page in HTML without Graph's request id comes from something in between (511 is a captive portal's own status), so
 * its 403 says nothing of rights. Waits and outages keep their kind: whoever reports them, they call for patience.
 */
function kindOf({ status, body, header }: ReceivedAnswer): GraphErrorKind {
  const isPatience = status === 429 || (status >= 500 && status !== 511);
  if (body.kind === "html" && !isPatience && header("request-id") === null) return "unreadableAnswer";
  return kindOfStatus[status] ?? (status >= 500 ? "serverError" : "refused");
}

/** An answer that turned out to be of no use, with what support asks for of it. `now`: as above. */
export function errorOf(answer: ReceivedAnswer, kind: GraphErrorKind, now: number): GraphError {
  const { status, header, body, clientRequestId, claims } = answer;
  const details = readErrorBody(body);
  return new GraphError(kind, {
    status,
    claims,
    code: details.code,
    graphMessage: details.message,
    requestId: details.requestId ?? header("request-id"),
    clientRequestId: details.clientRequestId ?? header("client-request-id") ?? clientRequestId,
    date: details.date ?? header("date") ?? new Date(now).toISOString(),
    retryAfterMs: parseRetryAfterMs(header("retry-after"), now) ?? parseRetryAfterMs(details.retryAfter, now),
  });
}

interface ErrorDetails {
  readonly code: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  readonly clientRequestId: string | null;
  readonly date: string | null;
  readonly retryAfter: unknown;
}

/**
 * `{"error":{code, message, innerError}}`, also with `innererror`, without the envelope, or with a bare text as `error`.
 * Source: https://learn.microsoft.com/graph/errors
 */
function readErrorBody(body: ReceivedBody): ErrorDetails {
  const root = body.kind === "json" ? asRecord(body.value) : null;
  const error = asRecord(root?.error) ?? root;
  const inner = asRecord(error?.innerError) ?? asRecord(error?.innererror);
  const { message, retryAfter } = unwrapMessage(error?.message ?? error?.Message ?? root?.error_description);
  return {
    code: readText(error?.code ?? root?.error),
    message: readText(message),
    requestId: readText(inner?.["request-id"]),
    clientRequestId: readText(inner?.["client-request-id"]),
    date: readText(inner?.date),
    retryAfter,
  };
}

/** Intune's own services answer JSON text as `message`: the words are in its `Message`, a wait in `RetryAfter`. */
function unwrapMessage(message: unknown): { message: unknown; retryAfter: unknown } {
  const body = typeof message === "string" ? receiveText(message) : null;
  const wrapped = body?.kind === "json" ? asRecord(body.value) : null;
  const inner = wrapped?.Message ?? wrapped?.message;
  return { message: typeof inner === "string" ? inner : message, retryAfter: wrapped?.RetryAfter };
}

function readText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? redactText(value) : null;
}
