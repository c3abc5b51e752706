import type { Exchange } from "./answer.ts";
import type { errorAnswer } from "./errors.ts";

/**
 * `network`: the request fails. `hang`: no answer until the request is aborted. `cut`: the true answer's body
 * breaks off half-way. `null`: nothing happens.
 */
export type FaultOutcome = Response | "network" | "hang" | "cut" | null;

export interface FaultContext {
  readonly exchange: Exchange;
  /** What Graph would have answered, for faults that spoil a true answer. */
  answer(): Promise<Response>;
  error(problem: Parameters<typeof errorAnswer>[1]): Response;
}

/** What goes wrong with a request. `readNumber` counts every request but preflights, from 1. */
export type Fault = (
  request: Request,
  readNumber: number,
  context: FaultContext,
) => FaultOutcome | Promise<FaultOutcome>;
