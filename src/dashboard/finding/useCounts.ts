import { useMemo } from "react";
import { useNow } from "../../monitor/clock.tsx";
import type { RowGroups } from "../rowGroups.ts";
import type { ViewState } from "../viewState.ts";
import { countFacet, type FacetField } from "./facets.ts";

export function useCounts(
  groups: RowGroups,
  view: ViewState,
  field: FacetField,
): ReadonlyMap<string, number> {
  const now = useNow(60_000);
  return useMemo(() => countFacet(groups, view, field, now), [groups, view, field, now]);
}
