import type { Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { compareGroups, countRows, type RowGroups } from "./rowGroups.ts";

/** Rows in some order. Beside each stands where it is from, so that a question is asked once a token, not once a row. */
export interface RowList {
  /** All of them, also those that a filter left no row of. */
  readonly groups: RowGroups;
  readonly rows: readonly Revocation[];
  /** For each row the place of its group in `groups`. */
  readonly groupOf: Uint32Array;
}

/** All rows of the groups as they stand. */
export function listRows(groups: RowGroups): RowList {
  const list = createRowList(groups, countRows(groups));
  groups.forEach((group, place) => {
    for (const revocation of group) list.add(revocation, place);
  });
  return list.end();
}

/** Collects at most `most` rows. */
export function createRowList(groups: RowGroups, most: number) {
  const rows: Revocation[] = [];
  const groupOf = new Uint32Array(most);
  return {
    add(revocation: Revocation, place: number): void {
      groupOf[rows.length] = place;
      rows.push(revocation);
    },
    end: (): RowList => ({ groups, rows, groupOf: groupOf.subarray(0, rows.length) }),
  };
}

/** What is asked of each VPP token and of each revocation; `null`: nothing. */
export interface RowTests {
  readonly isTokenWanted: ((vppToken: VppToken) => boolean) | null;
  readonly isRowWanted: ((revocation: Revocation) => boolean) | null;
}

/** Keeps the order; gives back the same list when nothing is filtered. */
export function filterRows(list: RowList, { isTokenWanted, isRowWanted }: RowTests): RowList {
  if (isTokenWanted === null && isRowWanted === null) return list;
  const { groups, rows, groupOf } = list;
  const isGroupWanted = Uint8Array.from(groups, ([first]) =>
    first !== undefined && (isTokenWanted?.(first.vppToken) ?? true) ? 1 : 0,
  );
  // No more room than is needed: what one key leaves behind to be collected, a later one pays for.
  let most = 0;
  isGroupWanted.forEach((isWanted, place) => {
    most += isWanted * (groups[place]?.length ?? 0);
  });
  const found = createRowList(groups, most);
  for (let index = 0; index < rows.length; index += 1) {
    const place = groupOf[index] as number;
    if (isGroupWanted[place] === 0) continue;
    const revocation = rows[index] as Revocation;
    if (isRowWanted?.(revocation) ?? true) found.add(revocation, place);
  }
  return found.end();
}

/**
 * The rows of `next` without moving any that is `shown`: those keep their places as long as they are reported at
 * all, also when they no longer match a filter; what is new comes last.
 */
export function keepOrder(shown: RowList, next: RowList): RowList {
  const change = compareGroups(shown.groups, next.groups);
  if (change === null) return shown;
  const isAdded = new Uint8Array(next.groups.length);
  const newcomers = new Map<string, { readonly revocation: Revocation; readonly place: number }>();
  for (const place of change.added) {
    isAdded[place] = 1;
    for (const revocation of next.groups[place] ?? []) newcomers.set(revocation.key, { revocation, place });
  }
  const kept = createRowList(next.groups, shown.rows.length + newcomers.size);
  // Plain loops that make nothing: this is done for every row after each poll while a person is at work.
  for (let index = 0; index < shown.rows.length; index += 1) {
    const revocation = shown.rows[index] as Revocation;
    const place = change.placeNow[shown.groupOf[index] as number] ?? -1;
    const newcomer = place >= 0 ? undefined : newcomers.get(revocation.key);
    if (place >= 0) kept.add(revocation, place);
    else if (newcomer !== undefined) kept.add(newcomer.revocation, newcomer.place);
    if (newcomer !== undefined) newcomers.delete(revocation.key);
  }
  if (newcomers.size === 0) return kept.end();
  next.rows.forEach((revocation, index) => {
    const place = next.groupOf[index] as number;
    if (isAdded[place] === 1 && newcomers.has(revocation.key)) kept.add(revocation, place);
  });
  return kept.end();
}
