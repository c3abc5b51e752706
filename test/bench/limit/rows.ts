/** What this page reads of an answer, taken at its word: the emulator sends nothing else. */
export interface WireToken {
  readonly id: string;
  readonly displayName: string;
  readonly tokenActionResults: readonly WireResult[];
}

interface WireResult {
  readonly actionState: string;
  readonly startDateTime: string;
  readonly lastUpdatedDateTime: string;
  readonly totalLicensesCount: number;
  readonly failedLicensesCount: number;
}

export interface Row {
  readonly key: string;
  readonly name: string;
  readonly nameInLowerCase: string;
  readonly state: string;
  readonly startedAt: number;
  readonly updatedAt: number;
  readonly attempted: number;
  readonly failed: number;
  /** As on the wire, which is quicker to compare than to parse. */
  readonly updated: string;
}

export function isRunning({ state }: Row): boolean {
  return state === "pending" || state === "active";
}

/** The rows of each token by its id, in Graph's order. */
export type KnownRows = Map<string, readonly Row[]>;

/** Keyed diff by hand: a token whose results say the same keeps its rows. Returns whether anything differs. */
export function takeTokens(known: KnownRows, tokens: readonly WireToken[]): boolean {
  let hasChanged = false;
  for (const token of tokens) {
    const before = known.get(token.id);
    if (before && isSame(before, token)) continue;
    known.set(token.id, mergeRows(before, token));
    hasChanged = true;
  }
  return hasChanged;
}

function isSame(rows: readonly Row[], { tokenActionResults, displayName }: WireToken): boolean {
  return (
    rows.length === tokenActionResults.length &&
    rows.every((row, index) => isSameRow(row, tokenActionResults[index], displayName))
  );
}

function isSameRow(row: Row, result: WireResult | undefined, displayName: string): boolean {
  return (
    result !== undefined &&
    row.updated === result.lastUpdatedDateTime &&
    row.attempted === result.totalLicensesCount &&
    row.failed === result.failedLicensesCount &&
    row.state === result.actionState &&
    row.name === displayName &&
    row.key.endsWith(result.startDateTime)
  );
}

function mergeRows(before: readonly Row[] | undefined, token: WireToken): readonly Row[] {
  const byKey = new Map(before?.map((row) => [row.key, row]));
  return token.tokenActionResults.map((result) => {
    const known = byKey.get(`${token.id} ${result.startDateTime}`);
    return known && isSameRow(known, result, token.displayName) ? known : rowOf(token, result);
  });
}

function rowOf({ id, displayName }: WireToken, result: WireResult): Row {
  return {
    key: `${id} ${result.startDateTime}`,
    name: displayName,
    nameInLowerCase: displayName.toLowerCase(),
    state: result.actionState,
    startedAt: Date.parse(result.startDateTime),
    updatedAt: Date.parse(result.lastUpdatedDateTime),
    attempted: result.totalLicensesCount,
    failed: result.failedLicensesCount,
    updated: result.lastUpdatedDateTime,
  };
}

export type SortField = "name" | "state" | "attempted" | "startedAt" | "updatedAt";

export interface Question {
  readonly q: string;
  readonly state: string | null;
  readonly sort: SortField;
  readonly isDescending: boolean;
}

const collator = new Intl.Collator("en", { numeric: true });

/** The rows to show, in their order. */
export function answerQuestion(known: KnownRows, { q, state, sort, isDescending }: Question): readonly Row[] {
  const wanted = q.toLowerCase();
  const rows: Row[] = [];
  for (const ofToken of known.values())
    for (const row of ofToken)
      if (row.nameInLowerCase.includes(wanted) && (state === null || row.state === state)) rows.push(row);
  const sign = isDescending ? -1 : 1;
  if (sort === "name") sortByName(rows, sign);
  else if (sort === "state")
    rows.sort((left, right) => sign * (left.state < right.state ? -1 : left.state > right.state ? 1 : 0));
  else rows.sort((left, right) => sign * (left[sort] - right[sort]));
  return rows;
}

/** Names repeat for each result of a token: they are ranked once. */
function sortByName(rows: Row[], sign: number): void {
  const names = [...new Set(rows.map(({ name }) => name))].sort(collator.compare);
  const rank = new Map(names.map((name, index) => [name, index]));
  rows.sort((left, right) => sign * ((rank.get(left.name) ?? 0) - (rank.get(right.name) ?? 0)));
}
