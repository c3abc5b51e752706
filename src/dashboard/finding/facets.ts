import { failureCauseOf } from "../../domain/failureCause.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RowGroups } from "../rowGroups.ts";
import { rowTests, tokenStateKindOf, type ViewFilter } from "./rowTests.ts";

export type FacetField = "outcomes" | "reasons" | "tokens" | "tokenStates";

const valueIn: Readonly<Record<FacetField, (revocation: Revocation) => string | null>> = {
  outcomes: ({ outcome }) => outcome,
  reasons: failureCauseOf,
  tokens: ({ vppToken }) => vppToken.id,
  tokenStates: ({ vppToken }) => tokenStateKindOf(vppToken),
};

/** How many revocations each value of a field would show, given all the other filters. `now`: epoch ms. */
export function countFacet(
  groups: RowGroups,
  filter: ViewFilter,
  field: FacetField,
  now: number,
): ReadonlyMap<string, number> {
  const { isTokenWanted, isRowWanted } = rowTests({ ...filter, [field]: [] }, now);
  const counts = new Map<string, number>();
  for (const group of groups) {
    const [first] = group;
    if (first === undefined || isTokenWanted?.(first.vppToken) === false) continue;
    for (const revocation of group) {
      const value = valueIn[field](revocation);
      if (value === null || isRowWanted?.(revocation) === false) continue;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
