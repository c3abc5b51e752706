import { type RevocationOutcome, revocationOutcomes } from "../domain/outcome.ts";
import { deriveRevocations, type Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { matchingTokens } from "./searchTokens.ts";

/** Every revocation, in Graph's order. Tokens that did not change are not looked into again. */
export function listRevocations(tokens: readonly VppToken[]): readonly Revocation[] {
  const all: Revocation[] = [];
  for (const token of tokens) {
    for (const revocation of deriveRevocations(token)) all.push(revocation);
  }
  return all;
}

export interface RowFilter {
  readonly q: string;
  /** Empty: all. */
  readonly outcomes: readonly RevocationOutcome[];
}

/** Keeps the order; gives back the same array when nothing is filtered. `tokens`: those of the revocations. */
export function filterRevocations(
  revocations: readonly Revocation[],
  tokens: readonly VppToken[],
  { q, outcomes }: RowFilter,
): readonly Revocation[] {
  const found = matchingTokens(tokens, q);
  if (found === "all" && outcomes.length === 0) return revocations;
  const wanted = new Set(outcomes.length === 0 ? revocationOutcomes : outcomes);
  return revocations.filter(
    ({ outcome, vppToken }) => wanted.has(outcome) && (found === "all" || found.has(vppToken)),
  );
}

export interface RowsDiff {
  readonly gone: ReadonlySet<Revocation>;
  readonly added: readonly Revocation[];
}

/** Objects that one list has and the other has not; a revocation that changed is in both. */
export function diffRows(before: readonly Revocation[], after: readonly Revocation[]): RowsDiff {
  if (before.length === after.length) {
    const changed = after.flatMap((revocation, index) => (revocation === before[index] ? [] : index));
    return {
      gone: new Set(changed.flatMap((index) => before[index] ?? [])),
      added: changed.flatMap((index) => after[index] ?? []),
    };
  }
  const [beforeSet, afterSet] = [new Set(before), new Set(after)];
  return {
    gone: new Set(before.filter((revocation) => !afterSet.has(revocation))),
    added: after.filter((revocation) => !beforeSet.has(revocation)),
  };
}

/**
 * The rows of `next` without moving any that is `shown`: those keep their places as long as they are reported at
 * all, also when they no longer match a filter; what is new comes last.
 * `diff`: what changed among all reported revocations since `shown` was right.
 */
export function keepOrder(
  shown: readonly Revocation[],
  next: readonly Revocation[],
  { gone, added }: RowsDiff,
): readonly Revocation[] {
  if (added.length === 0 && gone.size === 0) return shown;
  const successors = new Map(added.map((revocation) => [revocation.key, revocation]));
  const kept = shown.flatMap((revocation) =>
    gone.has(revocation) ? (successors.get(revocation.key) ?? []) : revocation,
  );
  const present = new Set(kept);
  return [...kept, ...next.filter((revocation) => !present.has(revocation))];
}
