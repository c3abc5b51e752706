import { useMemo, useState } from "react";
import { useIntl } from "react-intl";
import type { Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { useClock } from "../monitor/clock.tsx";
import { diffRows, filterRevocations, keepOrder, type RowFilter } from "./rows.ts";
import { createRowSorter } from "./sortRows.ts";
import type { ViewSort } from "./viewState.ts";

interface RowsQuestion {
  readonly filter: RowFilter;
  readonly sort: ViewSort;
}

interface UseRowsOptions extends RowsQuestion {
  readonly tokens: readonly VppToken[];
  readonly revocations: readonly Revocation[];
  /** While true, new data moves no row; a new question still does. */
  readonly isHeld: boolean;
}

/** The rows to show: filtered, sorted, and calm while a person is at work in the table. */
export function useRows({
  tokens,
  revocations,
  filter,
  sort,
  isHeld,
}: UseRowsOptions): readonly Revocation[] {
  const { locale } = useIntl();
  const clock = useClock();
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const [sortRows] = useState(createRowSorter);
  const sorted = useMemo(
    () => sortRows(revocations, { sort, collator, now: clock() }),
    [sortRows, revocations, sort, clock, collator],
  );
  const rows = useMemo(() => filterRevocations(sorted, tokens, filter), [sorted, tokens, filter]);
  return useCalmRows({ rows, revocations, filter, sort, isHeld });
}

interface CalmRows extends RowsQuestion {
  readonly rows: readonly Revocation[];
  readonly revocations: readonly Revocation[];
  readonly isHeld: boolean;
}

function useCalmRows(latest: CalmRows): readonly Revocation[] {
  const [settled, setSettled] = useState({ latest, shown: latest.rows });
  const { latest: last, shown } = settled;
  if (last.rows === latest.rows && last.isHeld === latest.isHeld) return shown;
  const isSameQuestion = last.filter === latest.filter && last.sort === latest.sort;
  const next =
    latest.isHeld && isSameQuestion
      ? keepOrder(shown, latest.rows, diffRows(last.revocations, latest.revocations))
      : latest.rows;
  setSettled({ latest, shown: next });
  return next;
}
