import { isRunning, type RevocationOutcome } from "../domain/outcome.ts";
import { epochMsOf } from "../domain/received.ts";
import type { Revocation } from "../domain/revocation.ts";
import { deriveDurationMs } from "../domain/totals.ts";
import { diffRows } from "./rows.ts";
import { tokenName } from "./tokenName.ts";
import type { ViewSort } from "./viewState.ts";

interface SortOptions {
  readonly sort: ViewSort;
  readonly collator: Intl.Collator;
  /** Epoch ms; only durations depend on it. */
  readonly now: number;
}

export type RowSorter = (revocations: readonly Revocation[], options: SortOptions) => readonly Revocation[];

/**
 * A sorter that remembers its last answer only to be quick: after a poll that changed a few revocations, those few
 * are put into place. Unknown values come last in either direction; equal ones stand newest running first.
 */
export function createRowSorter(): RowSorter {
  let last: {
    revocations: readonly Revocation[];
    options: SortOptions;
    sorted: readonly Revocation[];
  } | null = null;
  return (revocations, options) => {
    const isSameOrder =
      last !== null &&
      options.sort.column !== "duration" &&
      last.options.sort === options.sort &&
      last.options.collator === options.collator;
    const sorted =
      last !== null && isSameOrder
        ? resort(last.sorted, last.revocations, revocations, options)
        : sortAll(revocations, options);
    last = { revocations, options, sorted };
    return sorted;
  };
}

function resort(
  sorted: readonly Revocation[],
  before: readonly Revocation[],
  after: readonly Revocation[],
  options: SortOptions,
): readonly Revocation[] {
  const { gone, added } = diffRows(before, after);
  if (gone.size === 0 && added.length === 0) return sorted;
  if (added.length > after.length / 8) return sortAll(after, options);
  const kept = sorted.filter((revocation) => !gone.has(revocation));
  return mergeSorted(kept, sortAll(added, options), comparatorFor(options));
}

type Compare = (a: Revocation, b: Revocation) => number;

function mergeSorted(
  many: readonly Revocation[],
  few: readonly Revocation[],
  compare: Compare,
): Revocation[] {
  const merged: Revocation[] = [];
  let taken = 0;
  for (const revocation of few) {
    const place = firstAfter(many, revocation, taken, compare);
    for (; taken < place; taken += 1) merged.push(many[taken] as Revocation);
    merged.push(revocation);
  }
  return [...merged, ...many.slice(taken)];
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

/** Places are worked out once a row: collating names and reading unions in every comparison would be slow. */
function sortAll(revocations: readonly Revocation[], options: SortOptions): Revocation[] {
  const placeOf = placeFor(options, options.sort.column === "token" ? rankNames(revocations, options) : null);
  return revocations
    .map((revocation) => ({ revocation, place: placeOf(revocation), ...defaultPlaces(revocation) }))
    .sort(
      (a, b) =>
        compareNumbers(a.place, b.place) ||
        compareNumbers(a.running, b.running) ||
        compareNumbers(a.start, b.start) ||
        compareTexts(a.revocation.key, b.revocation.key),
    )
    .map(({ revocation }) => revocation);
}

/** The same order as `sortAll`, for a few comparisons. */
function comparatorFor(options: SortOptions): Compare {
  const placeOf = placeFor(options, null);
  const sign = options.sort.direction === "ascending" ? 1 : -1;
  const byName: Compare = (a, b) =>
    sign * compareNames(tokenName(a.vppToken), tokenName(b.vppToken), options);
  const byColumn: Compare =
    options.sort.column === "token" ? byName : (a, b) => compareNumbers(placeOf(a), placeOf(b));
  return (a, b) => {
    const [ofA, ofB] = [defaultPlaces(a), defaultPlaces(b)];
    return (
      byColumn(a, b) ||
      compareNumbers(ofA.running, ofB.running) ||
      compareNumbers(ofA.start, ofB.start) ||
      compareTexts(a.key, b.key)
    );
  };
}

function defaultPlaces({ outcome, result }: Revocation) {
  return { running: isRunning(outcome) ? 0 : 1, start: placed(epochMsOf(result.startedAt), -1) };
}

type NameRanks = ReadonlyMap<string, number>;

function placeFor({ sort, now }: SortOptions, ranks: NameRanks | null): (revocation: Revocation) => number {
  const sign = sort.direction === "ascending" ? 1 : -1;
  switch (sort.column) {
    case "newestRunning":
      return () => 0;
    case "token":
      return ({ vppToken }) => placed(ranks?.get(tokenName(vppToken)) ?? null, sign);
    case "state":
      return ({ outcome }) => sign * statePlaces[outcome];
    case "licences":
      return ({ result: { totalLicensesCount: count } }) =>
        placed(typeof count === "number" ? count : null, sign);
    case "started":
      return ({ result }) => placed(epochMsOf(result.startedAt), sign);
    case "updated":
      return ({ result }) => placed(epochMsOf(result.lastUpdatedAt), sign);
    case "duration":
      return (revocation) => placed(deriveDurationMs(revocation, now), sign);
  }
}

/** What needs a person first, what runs next, what is over last. */
const statePlaces = {
  failed: 0,
  doneWithFailures: 1,
  active: 2,
  pending: 3,
  unrecognized: 4,
  notReported: 5,
  none: 6,
  notSupported: 7,
  canceled: 8,
  done: 9,
} as const satisfies Record<RevocationOutcome, number>;

function rankNames(revocations: readonly Revocation[], options: SortOptions): NameRanks {
  const names = [...new Set(revocations.map(({ vppToken }) => tokenName(vppToken)))];
  return new Map(names.sort((a, b) => compareNames(a, b, options)).map((name, rank) => [name, rank]));
}

/** Names that collate alike still differ, so that the order is the same every time. */
function compareNames(a: string, b: string, { collator }: SortOptions): number {
  return collator.compare(a, b) || compareTexts(a, b);
}

function placed(number: number | null, sign: number): number {
  return number === null ? Number.POSITIVE_INFINITY : sign * number;
}

/** Not a subtraction: two unknown places are both infinite. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
