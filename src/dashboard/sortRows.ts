import { createItemwise } from "../domain/itemwise.ts";
import { isRunning } from "../domain/outcome.ts";
import type { Revocation } from "../domain/revocation.ts";
import { createNameRanker } from "./rankNames.ts";
import { compareGroups, type GroupsChange, type RowGroup, type RowGroups } from "./rowGroups.ts";
import { createRowList, listRows, type RowList } from "./rows.ts";
import {
  type Compare,
  columnCompare,
  columnPlace,
  compareByDefault,
  defaultPlace,
  namePlace,
  type SortOptions,
} from "./sortPlaces.ts";
import { stableOrder, stableOrderShared } from "./stableOrder.ts";
import { tokenName } from "./tokenName.ts";
import type { SortColumn } from "./viewState.ts";

export interface RowSorter {
  /** Unknown values come last in either direction; equal ones stand newest running first. */
  readonly sort: (groups: RowGroups, options: SortOptions) => RowList;
  /** Does beforehand what takes longest in the first sort by name. */
  readonly prepareNames: (groups: RowGroups, collator: Intl.Collator) => void;
}

/**
 * A sorter that remembers its last answers only to be quick: after a poll that changed a few revocations, those few are
 * put into place, and a column is sorted from the order that breaks its ties.
 */
export function createRowSorter(): RowSorter {
  const byDefault = createOrder();
  const byColumn = createOrder();
  const rankNames = createNameRanker();
  const namesOf = createItemwise(nameOf);

  function sort(groups: RowGroups, options: SortOptions): RowList {
    const { column } = options.sort;
    const newestRunning = byDefault(groups, {
      question: "",
      compare: compareByDefault,
      sortAll: () => sortByDefault(groups),
    });
    if (column === "newestRunning") return newestRunning;
    const compare = columnCompare(column, options);
    return byColumn(groups, {
      question: `${column} ${options.sort.direction} ${options.collator.resolvedOptions().locale}`,
      compare: (a, b) => compare(a, b) || compareByDefault(a, b),
      sortAll: () => inOrder(newestRunning, orderBy(column, newestRunning)),
      movesBy: column === "duration" ? isMoving : undefined,
    });

    function orderBy(by: SortColumn, { rows, groupOf }: RowList): Uint32Array {
      if (by !== "token") return stableOrder(placesOf(rows, columnPlace(by, options)));
      const names = namesOf(groups);
      const placeOf = namePlace(rankNames(names, options.collator), options);
      return stableOrderShared(Float64Array.from(names, placeOf), groupOf);
    }
  }

  return {
    sort,
    prepareNames: (groups, collator) => void rankNames(namesOf(groups), collator),
  };
}

interface OrderQuestion {
  /** Equal texts ask for the same order. */
  readonly question: string;
  readonly compare: Compare;
  readonly sortAll: () => RowList;
  /** Rows whose place depends on the time. */
  readonly movesBy?: ((revocation: Revocation) => boolean) | undefined;
}

/** Answers again from the last answer, if the question is the same and little has changed. */
function createOrder() {
  let last: { readonly question: string; readonly list: RowList } | null = null;
  return (groups: RowGroups, { question, compare, sortAll, movesBy }: OrderQuestion): RowList => {
    const isKnown = last !== null && last.question === question;
    const list = (isKnown && last !== null && resort(last.list, groups, compare, movesBy)) || sortAll();
    last = { question, list };
    return list;
  };
}

/** `null`: so much has changed that it is quicker to sort all. */
function resort(
  sorted: RowList,
  groups: RowGroups,
  compare: Compare,
  movesBy: OrderQuestion["movesBy"],
): RowList | null {
  const change = compareGroups(sorted.groups, groups);
  if (change === null && movesBy === undefined) return sorted;
  const few = addedRows(groups, change);
  if (few.length > sorted.rows.length / 8) return null;
  const inPlace = movesBy === undefined ? replaceInPlace(sorted, groups, few, compare) : null;
  if (inPlace !== null) return inPlace;
  const kept = createRowList(groups, sorted.rows.length);
  for (let index = 0; index < sorted.rows.length; index += 1) {
    const revocation = sorted.rows[index] as Revocation;
    const before = sorted.groupOf[index] as number;
    const place = change === null ? before : (change.placeNow[before] ?? -1);
    if (place < 0) continue;
    if (movesBy?.(revocation)) few.push({ revocation, place });
    else kept.add(revocation, place);
  }
  few.sort((a, b) => compare(a.revocation, b.revocation));
  return mergeSorted(kept.end(), few, compare);
}

/** What most polls come to: new numbers in rows that stay where they are. `null`: something moves, comes or goes. */
function replaceInPlace(
  { groups: before, rows, groupOf }: RowList,
  groups: RowGroups,
  few: readonly PlacedRow[],
  compare: Compare,
): RowList | null {
  if (before.length !== groups.length) return null;
  const replaced = rows.slice();
  const touched = [];
  for (const { revocation, place } of few) {
    const old = before[place]?.find(({ key }) => key === revocation.key);
    if (old === undefined || before[place]?.length !== groups[place]?.length) return null;
    const index = firstAfter(rows, old, 0, compare) - 1;
    if (rows[index] !== old) return null;
    replaced[index] = revocation;
    touched.push(index);
  }
  const isOutOfOrder = (index: number) => {
    const [one, next] = [replaced[index], replaced[index + 1]];
    return one !== undefined && next !== undefined && compare(one, next) > 0;
  };
  if (touched.some((index) => isOutOfOrder(index - 1) || isOutOfOrder(index))) return null;
  return { groups, rows: replaced, groupOf };
}

interface PlacedRow {
  readonly revocation: Revocation;
  readonly place: number;
}

function addedRows(groups: RowGroups, change: GroupsChange | null): PlacedRow[] {
  return (change?.added ?? []).flatMap((place) =>
    (groups[place] ?? []).map((revocation) => ({ revocation, place })),
  );
}

function mergeSorted(many: RowList, few: readonly PlacedRow[], compare: Compare): RowList {
  const merged = createRowList(many.groups, many.rows.length + few.length);
  let taken = 0;
  const takeUntil = (end: number) => {
    for (; taken < end; taken += 1) merged.add(many.rows[taken] as Revocation, many.groupOf[taken] as number);
  };
  for (const { revocation, place } of few) {
    takeUntil(firstAfter(many.rows, revocation, taken, compare));
    merged.add(revocation, place);
  }
  takeUntil(many.rows.length);
  return merged.end();
}

function firstAfter(many: readonly Revocation[], one: Revocation, from: number, compare: Compare): number {
  let [low, high] = [from, many.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(many[middle] as Revocation, one) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Only rows that the order by places leaves alike are compared. */
function sortByDefault(groups: RowGroups): RowList {
  const listed = listRows(groups);
  const places = placesOf(listed.rows, defaultPlace);
  const order = stableOrder(places);
  sortTies(order, places, listed.rows);
  return inOrder(listed, order);
}

function sortTies(order: Uint32Array, places: Float64Array, rows: readonly Revocation[]): void {
  const placeAt = (index: number) => places[order[index] as number] as number;
  const rowAt = (index: number) => rows[index] as Revocation;
  for (let from = 0, end = 1; from < order.length; from = end, end = from + 1) {
    const place = placeAt(from);
    while (end < order.length && placeAt(end) === place) end += 1;
    if (end - from > 1) order.subarray(from, end).sort((a, b) => compareByDefault(rowAt(a), rowAt(b)));
  }
}

/** A plain loop, as below: `from` with a callback takes several times as long. */
function placesOf(rows: readonly Revocation[], placeOf: (revocation: Revocation) => number): Float64Array {
  const places = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) places[index] = placeOf(rows[index] as Revocation);
  return places;
}

function inOrder({ groups, rows, groupOf }: RowList, order: Uint32Array): RowList {
  const ordered = createRowList(groups, rows.length);
  for (let index = 0; index < order.length; index += 1) {
    const from = order[index] as number;
    ordered.add(rows[from] as Revocation, groupOf[from] as number);
  }
  return ordered.end();
}

function nameOf([first]: RowGroup): string {
  return first === undefined ? "" : tokenName(first.vppToken);
}

function isMoving({ outcome }: Revocation): boolean {
  return isRunning(outcome);
}
