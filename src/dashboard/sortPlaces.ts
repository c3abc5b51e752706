import { isRunning, type RevocationOutcome } from "../domain/outcome.ts";
import { epochMsOf } from "../domain/received.ts";
import type { Revocation } from "../domain/revocation.ts";
import { deriveDurationMs } from "../domain/totals.ts";
import { compareNames, type NameRanks } from "./rankNames.ts";
import { tokenName } from "./tokenName.ts";
import type { SortColumn, ViewSort } from "./viewState.ts";

export interface SortOptions {
  readonly sort: ViewSort;
  readonly collator: Intl.Collator;
  /** Epoch ms; only durations depend on it. */
  readonly now: number;
}

export type Compare = (a: Revocation, b: Revocation) => number;

/** Newest running first; where nothing else tells two rows apart their keys do, so that no order is left to chance. */
export const compareByDefault: Compare = (a, b) =>
  compareNumbers(runningPlace(a), runningPlace(b)) ||
  compareNumbers(startPlace(a), startPlace(b)) ||
  compareTexts(a.key, b.key);

/** By the column alone; unknown values come last in either direction. For a few comparisons. */
export function columnCompare(column: SortColumn, options: SortOptions): Compare {
  if (column === "token") {
    const sign = signOf(options.sort);
    return (a, b) => sign * compareNames(tokenName(a.vppToken), tokenName(b.vppToken), options.collator);
  }
  const placeOf = columnPlace(column, options);
  return (a, b) => compareNumbers(placeOf(a), placeOf(b));
}

/** A number for each row, so that lower ones come first. */
export function columnPlace(
  column: Exclude<SortColumn, "token">,
  { sort, now }: SortOptions,
): (revocation: Revocation) => number {
  const sign = signOf(sort);
  switch (column) {
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
    case "expires":
      return ({ vppToken }) => placed(epochMsOf(vppToken.expiresAt), sign);
    case "synced":
      return ({ vppToken }) => placed(epochMsOf(vppToken.lastSyncAt), sign);
  }
}

/** The same for rows of one VPP token at once. */
export function namePlace(ranks: NameRanks, { sort }: SortOptions): (name: string) => number {
  const sign = signOf(sort);
  return (name) => placed(ranks.get(name) ?? null, sign);
}

/** Beyond every point in time that Graph can name, and small enough to be added to one without rounding. */
const beyondTimes = 2e15;

/** One number for both parts of `compareByDefault` that are not the key. */
export function defaultPlace(revocation: Revocation): number {
  const start = startPlace(revocation);
  return (
    (start === Number.POSITIVE_INFINITY ? beyondTimes : start) + 2 * beyondTimes * runningPlace(revocation)
  );
}

function runningPlace({ outcome }: Revocation): number {
  return isRunning(outcome) ? 0 : 1;
}

function startPlace({ result }: Revocation): number {
  return placed(epochMsOf(result.startedAt), -1);
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

function signOf({ direction }: ViewSort): number {
  return direction === "ascending" ? 1 : -1;
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
