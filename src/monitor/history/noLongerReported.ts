import type { Revocation } from "../../domain/revocation.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import { type RememberedToken, revocationFromMemory } from "./remembered.ts";

const goneOfToken = new WeakMap<RememberedToken, readonly Revocation[]>();

/** Rows that Intune no longer reports, with what it said last. A VPP token that did not change gives the same rows. */
export function noLongerReported({ tokens }: HistoryMemory): readonly Revocation[] {
  return [...tokens.values()].flatMap(goneOf);
}

function goneOf(token: RememberedToken): readonly Revocation[] {
  const known = goneOfToken.get(token);
  if (known !== undefined) return known;
  const gone = token.revocations.filter(({ goneSince }) => goneSince !== null);
  const rows = gone.map((one) => revocationFromMemory(token, one));
  goneOfToken.set(token, rows);
  return rows;
}
