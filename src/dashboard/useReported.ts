import { useMemo, useState } from "react";
import { createItemwise } from "../domain/itemwise.ts";
import type { Revocation } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import { createTotalsSum, deriveTotals, type RevocationTotals } from "../domain/totals.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { createGroups, type RowGroup, type RowGroups } from "./rowGroups.ts";

/** What a snapshot reports, whatever is filtered. */
export interface Reported {
  readonly vppTokens: readonly VppToken[];
  readonly groups: RowGroups;
  /** What Intune no longer reports; part of no sum. */
  readonly gone: readonly Revocation[];
  /** `null` before a whole read: a part must not look like the whole. */
  readonly totals: RevocationTotals | null;
}

const noTokens: readonly VppToken[] = [];

export function useReported(snapshot: VppTokensSnapshot | null, gone: readonly Revocation[]): Reported {
  const vppTokens = snapshot?.tokens ?? noTokens;
  const isComplete = snapshot?.isComplete === true;
  const [derive] = useState(createDerivation);
  const goneOf = useMemo(() => new Set(gone.map(({ vppToken }) => vppToken.id)), [gone]);
  return useMemo(() => {
    const groups = derive.groups(vppTokens);
    const totals = isComplete ? derive.totals(groups) : null;
    return { vppTokens, groups, gone: withoutReported(gone, goneOf, groups), totals };
  }, [derive, vppTokens, gone, goneOf, isComplete]);
}

/** Tokens that did not change are neither looked into nor summed up again. */
function createDerivation() {
  const totalsOf = createItemwise((group: RowGroup) => deriveTotals(group));
  const sumOf = createTotalsSum();
  return {
    groups: createGroups(),
    totals: (groups: RowGroups) => sumOf(totalsOf(groups)),
  };
}

/**
 * The history learns of a read before it is shown: for that moment a row is still reported here and gone in memory. It
 * must not stand twice, since React never removes the second one of two equal keys. `goneOf`: ids of their VPP tokens.
 */
function withoutReported(
  gone: readonly Revocation[],
  goneOf: ReadonlySet<string>,
  groups: RowGroups,
): readonly Revocation[] {
  if (gone.length === 0) return gone;
  const reported = new Set<string>();
  for (const group of groups) {
    if (group[0] === undefined || !goneOf.has(group[0].vppToken.id)) continue;
    for (const { key } of group) reported.add(key);
  }
  const rest = gone.filter(({ key }) => !reported.has(key));
  return rest.length === gone.length ? gone : rest;
}

/** Some of its rows; what is counted stays. */
export function withRows(reported: Reported, isWanted: (revocation: Revocation) => boolean): Reported {
  const groups = reported.groups.map((group) => group.filter(isWanted)).filter(({ length }) => length > 0);
  return { ...reported, groups, gone: reported.gone.filter(isWanted) };
}
