import type { AuthenticationResult } from "@azure/msal-browser";
import { newProblem } from "./newProblem.ts";
import type { SignInProblem } from "./session.ts";
import { readSessionValue, writeSessionValue } from "./sessionStore.ts";

const key = "vpp-revocation-monitor.clock-wrong";
const toleranceMs = 15 * 60_000;

/**
 * Whether this computer's clock is far from Microsoft's, as far as ID tokens tell that were only just issued. Kept for
 * the tab, so that loading the page again does not take a wrong clock for a right one. `isBrokered`: ID tokens come from
 * a host that may have kept them, and tell nothing.
 */
export function openClockCheck(clock: () => number, isBrokered: boolean) {
  let problem = !isBrokered && readSessionValue(key) === "wrong" ? problemNow() : null;

  function problemNow(): SignInProblem {
    return newProblem("clockWrong", clock(), { needsPerson: false });
  }

  function keep(isWrong: boolean): void {
    problem = isWrong ? problemNow() : null;
    writeSessionValue(key, isWrong ? "wrong" : "right");
  }

  return {
    problem: () => problem,
    /** `before`: claims that were known already: an answer that repeats them was issued earlier and says nothing. */
    learn({ idTokenClaims, fromCache }: AuthenticationResult, before: object = {}): void {
      const issuedAt = issuedAtOf(idTokenClaims);
      if (isBrokered || fromCache || issuedAt === null || issuedAt === issuedAtOf(before)) return;
      // Entra dates it some minutes back, so small differences say nothing.
      const isWrong = Math.abs(clock() - issuedAt) > toleranceMs;
      if (isWrong !== (problem !== null)) keep(isWrong);
    },
    /** Whoever signs in next learns it anew. */
    forget(): void {
      if (problem !== null) keep(false);
    },
  };
}

/** Epoch ms; `null` where the claims do not say. */
function issuedAtOf(idTokenClaims: object): number | null {
  return "iat" in idTokenClaims && typeof idTokenClaims.iat === "number" ? idTokenClaims.iat * 1_000 : null;
}
