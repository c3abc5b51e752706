import { toResponse } from "../answer.ts";
import { invalidAccessToken } from "../errors.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { second } from "../wire.ts";
import { mixed } from "./mixed.ts";

const lifetimeMs = 20 * second;

/** The access token that came first stops working after a while; any other one works. */
export const expired: ScenarioFactory = (settings) => {
  let firstAuthorization: string | null = null;
  return {
    ...mixed(settings),
    fault({ headers }, _, { exchange }) {
      const authorization = headers.get("Authorization");
      firstAuthorization ??= authorization;
      const hasExpired = exchange.now - settings.createdAt >= lifetimeMs;
      if (!hasExpired || authorization !== firstAuthorization) return null;
      return toResponse(invalidAccessToken(exchange, "Lifetime validation failed, the token is expired."));
    },
  };
};
