import { recentlySent, roomInMs, type SentParts, sumOfParts } from "../domain/requestBound.ts";
import type { ExchangeReport } from "./exchangeReport.ts";
import { createHourlyTotals, hourMs, type RequestTotals } from "./hourlyTotals.ts";

/** What this page sent to Graph. Times are epoch ms. */
export interface MeterReading extends RequestTotals {
  /** Where the totals begin: an hour ago, or when the meter was made. */
  readonly since: number;
  /** Parts that left within the window of the request bound, also from pages that read for this one. */
  readonly recentParts: number;
  /** The last answer that Graph gave with success and its `request-id`. */
  readonly lastAnswer: { readonly requestId: string; readonly at: number } | null;
}

export interface RequestMeter {
  /** Resolves when that many parts may leave within the request bound, and counts them as sent. */
  admit(parts: number, signal?: AbortSignal): Promise<void>;
  record(report: ExchangeReport): void;
  read(): MeterReading;
  /** Parts that left since the meter was made. */
  sentParts(): number;
  /** What counts within the window of the request bound, oldest first. */
  recentlySent(): readonly SentParts[];
  /** Another page of this browser has sent these: the request bound is of all of them together. */
  addSent(sent: readonly SentParts[]): void;
}

/** Counts what leaves for Graph and holds back what would exceed the request bound. Its memory is bounded. */
export function createRequestMeter({ clock }: { readonly clock: () => number }): RequestMeter {
  const madeAt = clock();
  const hour = createHourlyTotals();
  let recent: readonly SentParts[] = [];
  let sentParts = 0;
  let lastAnswer: MeterReading["lastAnswer"] = null;

  return {
    async admit(parts, signal) {
      for (let waitMs = roomInMs(recent, parts, clock()); waitMs > 0; ) {
        await pause(waitMs, signal);
        waitMs = roomInMs(recent, parts, clock());
      }
      const at = clock();
      recent = [...recentlySent(recent, at), { at, parts }];
      sentParts += parts;
    },
    record(report) {
      const { endedAt, requestId } = report;
      hour.add(totalsOf(report), endedAt);
      if (requestId !== null && isSuccess(report)) lastAnswer = { requestId, at: endedAt };
    },
    read() {
      const now = clock();
      const recentParts = sumOfParts(recentlySent(recent, now));
      return { ...hour.read(now), since: Math.max(madeAt, now - hourMs), recentParts, lastAnswer };
    },
    sentParts: () => sentParts,
    recentlySent: () => recentlySent(recent, clock()),
    addSent(sent) {
      // What is known already comes back from whoever was told of it.
      const added = sent.filter(
        ({ at, parts }) => !recent.some((one) => one.at === at && one.parts === parts),
      );
      const all = [...recent, ...added].sort((left, right) => left.at - right.at);
      recent = recentlySent(all, clock());
    },
  };
}

function totalsOf({ parts, receivedBytes, waits, retryAfterMs }: ExchangeReport): RequestTotals {
  return { requests: 1, parts, receivedBytes, waits, waitMs: retryAfterMs ?? 0 };
}

function isSuccess({ status }: ExchangeReport): boolean {
  return status !== null && status >= 200 && status < 300;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
