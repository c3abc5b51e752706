import { tooManyRequests } from "../errors.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { second } from "../wire.ts";
import { mixed } from "./mixed.ts";

const waitMs = 12 * second;

/**
 * One read works, the next one opens a window in which everything is refused; then again. Every other window also
 * tells the wait where a browser can read it, in Intune's message.
 */
export const throttled: ScenarioFactory = (settings) => {
  let windows = 0;
  let refusesUntil: number | null = null;
  let hasAnswered = false;
  return {
    ...mixed(settings),
    refuse(exchange) {
      if (refusesUntil !== null && exchange.now >= refusesUntil) {
        refusesUntil = null;
        hasAnswered = false;
      }
      if (!hasAnswered) {
        hasAnswered = true;
        return null;
      }
      if (refusesUntil === null) {
        windows += 1;
        refusesUntil = exchange.now + waitMs;
      }
      return tooManyRequests(exchange, Math.ceil((refusesUntil - exchange.now) / second), windows % 2 === 1);
    },
  };
};
