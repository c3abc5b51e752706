import { useEffect, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import type { Revocation } from "../domain/revocation.ts";
import { useClock } from "../monitor/clock.tsx";
import type { RowGroups } from "./rowGroups.ts";
import { filterRows, keepOrder, type RowList, type RowTests } from "./rows.ts";
import { createRowSorter } from "./sortRows.ts";
import type { ViewSort } from "./viewState.ts";
import { whenIdle } from "./whenIdle.ts";

interface RowsQuestion {
  /** The same object as long as the same is asked. */
  readonly filter: object;
  readonly sort: ViewSort;
}

interface UseRowsOptions extends RowsQuestion {
  readonly groups: RowGroups;
  /** `null`: nothing is filtered. */
  readonly tests: RowTests | null;
  /** While true, new data moves no row; a new question still does. */
  readonly isHeld: boolean;
}

/** The rows to show: filtered, sorted, and calm while a person is at work in the table. */
export function useRows({ groups, tests, filter, sort, isHeld }: UseRowsOptions): readonly Revocation[] {
  const { locale } = useIntl();
  const clock = useClock();
  const collator = useMemo(() => new Intl.Collator(locale, { numeric: true }), [locale]);
  const [sorter] = useState(createRowSorter);
  const sorted = useMemo(
    () => sorter.sort(groups, { sort, collator, now: clock() }),
    [sorter, groups, sort, clock, collator],
  );
  const list = useMemo(() => (tests === null ? sorted : filterRows(sorted, tests)), [sorted, tests]);
  useEffect(() => whenIdle(() => sorter.prepareNames(groups, collator)), [sorter, groups, collator]);
  return useCalmRows({ list, filter, sort, isHeld }).rows;
}

interface CalmRows extends RowsQuestion {
  readonly list: RowList;
  readonly isHeld: boolean;
}

function useCalmRows(latest: CalmRows): RowList {
  const [settled, setSettled] = useState({ latest, shown: latest.list });
  const { latest: last, shown } = settled;
  if (last.list === latest.list && last.isHeld === latest.isHeld) return shown;
  const isSameQuestion = last.filter === latest.filter && last.sort === latest.sort;
  const next = latest.isHeld && isSameQuestion ? keepOrder(shown, latest.list) : latest.list;
  setSettled({ latest, shown: next });
  return next;
}
