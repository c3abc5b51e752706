import { readSessionValue, writeSessionValue } from "../../auth/sessionStore.ts";

/** After a sign-in that a wall has begun by itself, how long until it may begin another. */
export const selfSignInPauseMs = 60 * 60_000;
const key = "vpp-revocation-monitor.wall-sign-in";

/**
 * Whether a wall may go to the login page by itself now; notes that it does. `false` within an hour of the last time,
 * whichever way the clock was set since, and where the browser keeps no note: going there again and again would be
 * worse than waiting for a person. `now`: epoch ms.
 */
export function claimSelfSignIn(now: number): boolean {
  const last = Number(readSessionValue(key) ?? Number.NaN);
  if (Math.abs(now - last) < selfSignInPauseMs) return false;
  return writeSessionValue(key, String(now));
}

/** A person is there and signs in: what went before says nothing of what comes after. */
export function forgetSelfSignIn(): void {
  writeSessionValue(key, "");
}
