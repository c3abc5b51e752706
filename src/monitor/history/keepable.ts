import type { ActionResult } from "../../domain/actionResult.ts";
import { isUnreadable } from "../../domain/received.ts";
import type { VppToken } from "../../domain/vppToken.ts";

/** Stands for a value that nobody meant to send and no store could hold. */
const tooLarge = "[too large to keep]";
const mostParts = 2_000;
const mostCharacters = 20_000;
const deepest = 32;

/** The result itself, unless something in it is too large or too deep to be written down again and again. */
export function keepableResult(result: ActionResult): ActionResult {
  if (isSmall(result)) return result;
  const { startedAt, lastUpdatedAt, totalLicensesCount, failedLicensesCount } = result;
  return {
    ...result,
    startedAt: keepableValue(startedAt),
    lastUpdatedAt: keepableValue(lastUpdatedAt),
    totalLicensesCount: keepableValue(totalLicensesCount),
    failedLicensesCount: keepableValue(failedLicensesCount),
    raw: isSmall(result.raw) ? result.raw : tooLarge,
  };
}

/** The VPP token without its action results, of which each is remembered by itself. */
export function keepableToken(vppToken: VppToken): VppToken {
  const raw = withoutResults(vppToken.raw);
  return { ...vppToken, actionResults: null, unreadableResults: [], raw: isSmall(raw) ? raw : tooLarge };
}

function keepableValue<Value>(value: Value): Value | { kind: "unreadable"; raw: string } {
  return isUnreadable(value) && !isSmall(value) ? { kind: "unreadable", raw: tooLarge } : value;
}

function withoutResults(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || !("tokenActionResults" in raw)) return raw;
  const { tokenActionResults: _, ...rest } = raw;
  return rest;
}

/** Whether it can be written down as it is. */
export function isSmall(value: unknown): boolean {
  return spend(value, { parts: mostParts, characters: mostCharacters }, 0);
}

/** `false` once the budget is used up, or the value is nested too deeply. */
function spend(value: unknown, left: { parts: number; characters: number }, depth: number): boolean {
  left.parts -= 1;
  if (typeof value === "string") left.characters -= value.length;
  if (left.parts < 0 || left.characters < 0 || depth > deepest) return false;
  if (typeof value !== "object" || value === null) return true;
  for (const name in value) {
    // Any own property of JSON; what it holds is looked at in turn.
    if (!spend((value as Record<string, unknown>)[name], left, depth + 1)) return false;
  }
  return true;
}
