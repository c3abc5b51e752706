import { createItemwise } from "../../domain/itemwise.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import { type RememberedToken, revocationFromMemory } from "./remembered.ts";

/** One for all: most tokens have lost nothing. */
const noneGone: readonly Revocation[] = [];

/**
 * Rows that Intune no longer reports, with what it said last. A VPP token that did not change gives the same rows, and
 * while none did it is the same array.
 */
export function createNoLongerReported(): (memory: Pick<HistoryMemory, "tokens">) => readonly Revocation[] {
  const goneOfEach = createItemwise(goneOf);
  let last: {
    readonly each: readonly (readonly Revocation[])[];
    readonly rows: readonly Revocation[];
  } | null = null;
  return ({ tokens }) => {
    const each = goneOfEach([...tokens.values()]);
    if (last?.each !== each) last = { each, rows: each.flat() };
    return last.rows;
  };
}

function goneOf(token: RememberedToken): readonly Revocation[] {
  const gone = token.revocations.filter(({ goneSince }) => goneSince !== null);
  return gone.length === 0 ? noneGone : gone.map((one) => revocationFromMemory(token, one));
}
