/** Source: https://learn.microsoft.com/graph/throttling-limits#intune-service-limits */
const requestsPerWindow = 1_000;
const windowMs = 20_000;

export interface RequestBudget {
  /** Spends one request; the seconds to wait when none is left, else `null`. `now`: epoch ms. */
  spend(now: number): number | null;
}

export function createRequestBudget(): RequestBudget {
  let currentWindow = 0;
  let spent = 0;
  return {
    spend(now) {
      const window = Math.floor(now / windowMs);
      spent = window === currentWindow ? spent + 1 : 1;
      currentWindow = window;
      return spent > requestsPerWindow ? Math.ceil(((window + 1) * windowMs - now) / 1_000) : null;
    },
  };
}
