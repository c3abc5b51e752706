import { GraphError } from "./graphError.ts";
import type { Answer } from "./transport.ts";

/** One request that left, whatever became of it. Times are epoch ms. */
export interface ExchangeReport {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Parts of a `$batch`, each of which Graph counts as a request; 1 for any other. */
  readonly parts: number;
  /** UTF-8 bytes of the body after decompression: what crossed the wire is not told to a page, and is less. */
  readonly receivedBytes: number;
  /** `null`: no whole answer came. */
  readonly status: number | null;
  /** Graph's own `request-id`. */
  readonly requestId: string | null;
  readonly clientRequestId: string;
  /** Times that Graph asked for patience in this answer: once at most, but for each throttled part of a `$batch`. */
  readonly waits: number;
  /** The longest wait that Graph asked for; `null` when it asked for none or did not say how long. */
  readonly retryAfterMs: number | null;
}

export type SentExchange = Pick<ExchangeReport, "startedAt" | "parts" | "clientRequestId">;

/** `errors`: of the exchange, or of the parts of a `$batch`. */
export function reportOf(
  sent: SentExchange,
  endedAt: number,
  answer: Answer | null,
  errors: readonly unknown[],
): ExchangeReport {
  const waits = errors.filter(isWait);
  const waitsMs = waits.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  return {
    ...sent,
    endedAt,
    receivedBytes: answer?.receivedBytes ?? 0,
    status: answer?.status ?? null,
    requestId: answer?.header("request-id") ?? null,
    waits: waits.length,
    retryAfterMs: waitsMs.length > 0 ? Math.max(...waitsMs) : null,
  };
}

function isWait(error: unknown): error is GraphError {
  return error instanceof GraphError && (error.kind === "throttled" || error.retryAfterMs !== null);
}
