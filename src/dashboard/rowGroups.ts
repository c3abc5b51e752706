import { createItemwise } from "../domain/itemwise.ts";
import { deriveRevocations, type Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";

/** Revocations of one VPP token, in Graph's order; the same array as long as nothing of the token changes. */
export type RowGroup = readonly Revocation[];
export type RowGroups = readonly RowGroup[];

/** Every revocation, in Graph's order. Tokens that did not change are not looked into again. */
export function createGroups(): (tokens: readonly VppToken[]) => RowGroups {
  return createItemwise(deriveRevocations);
}

/** The same of revocations that only the history remembers; those of one token stand together. */
export function groupsOfGone(gone: readonly Revocation[]): RowGroups {
  const groups: Revocation[][] = [];
  for (const revocation of gone) {
    const last = groups.at(-1);
    if (last?.[0]?.vppToken === revocation.vppToken) last.push(revocation);
    else groups.push([revocation]);
  }
  return groups;
}

export function countRows(groups: RowGroups): number {
  let count = 0;
  for (const group of groups) count += group.length;
  return count;
}

export interface GroupsChange {
  /** For each place before the place now, or -1 where the group is not there any more. */
  readonly placeNow: Int32Array;
  /** Places now of groups that were not there before; a group that changed is both. */
  readonly added: readonly number[];
}

/** What turns one list of groups into another; `null` when they hold the same. */
export function compareGroups(before: RowGroups, after: RowGroups): GroupsChange | null {
  if (before === after) return null;
  const change = before.length === after.length ? comparePlaces(before, after) : compareSets(before, after);
  const isSame = change.added.length === 0 && before.length === after.length && !change.placeNow.includes(-1);
  return isSame && change.placeNow.every((place, index) => place === index) ? null : change;
}

function comparePlaces(before: RowGroups, after: RowGroups): GroupsChange {
  const placeNow = new Int32Array(before.length);
  const added: number[] = [];
  for (let place = 0; place < before.length; place += 1) {
    const isSame = before[place] === after[place];
    placeNow[place] = isSame ? place : -1;
    if (!isSame) added.push(place);
  }
  return { placeNow, added };
}

function compareSets(before: RowGroups, after: RowGroups): GroupsChange {
  const places = new Map(after.map((group, place) => [group, place]));
  const placeNow = Int32Array.from(before, (group) => places.get(group) ?? -1);
  const known = new Set(before);
  return { placeNow, added: [...places].filter(([group]) => !known.has(group)).map(([, place]) => place) };
}
