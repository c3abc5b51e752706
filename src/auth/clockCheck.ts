const toleranceMs = 15 * 60_000;

/**
 * Whether this computer's clock is far from the time at which the ID token was just issued. Entra dates `iat` (in
 * seconds) some minutes back, so small differences say nothing. `now`: epoch ms.
 */
export function isClockWrong(idTokenClaims: object, now: number): boolean {
  if (!("iat" in idTokenClaims) || typeof idTokenClaims.iat !== "number") return false;
  return Math.abs(now - idTokenClaims.iat * 1_000) > toleranceMs;
}
