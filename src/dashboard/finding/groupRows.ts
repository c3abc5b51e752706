import { isRunning } from "../../domain/outcome.ts";
import { epochMsOf } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { VppTokenId } from "../../domain/vppToken.ts";

/** Revocations of one VPP token. The first is its latest, which speaks for it; the rest stand in the order asked for. */
export type TokenRows = readonly [latest: Revocation, ...earlier: Revocation[]];

/**
 * Rows by VPP token, each token where its latest revocation stands. `before`: the groups of the last answer, whose
 * arrays are given back where they hold the same, and whose order is kept if `isHeld`.
 */
export function groupRows(
  rows: readonly Revocation[],
  before: readonly TokenRows[],
  isHeld: boolean,
): readonly TokenRows[] {
  const collected = collectByToken(rows);
  const known = new Map(before.map((group) => [group[0].vppToken.id, group]));
  const groups: TokenRows[] = [];
  if (isHeld) {
    for (const [id, group] of known) {
      const now = collected.get(id);
      if (now !== undefined) groups.push(sameOr(group, now));
    }
  }
  const isPlaced = new Set(isHeld ? known.keys() : []);
  for (const revocation of rows) {
    const { id } = revocation.vppToken;
    const now = collected.get(id);
    if (now === undefined || now.latest !== revocation || isPlaced.has(id)) continue;
    groups.push(sameOr(known.get(id), now));
  }
  return groups;
}

interface Collected {
  latest: Revocation;
  readonly rows: Revocation[];
}

function collectByToken(rows: readonly Revocation[]): ReadonlyMap<VppTokenId, Collected> {
  const byToken = new Map<VppTokenId, Collected>();
  for (const revocation of rows) {
    const collected = byToken.get(revocation.vppToken.id);
    if (collected === undefined) {
      byToken.set(revocation.vppToken.id, { latest: revocation, rows: [revocation] });
      continue;
    }
    collected.rows.push(revocation);
    if (isLater(revocation, collected.latest)) collected.latest = revocation;
  }
  return byToken;
}

/** By its start; what has none is the latest while it runs, and else the earliest. */
function isLater(one: Revocation, other: Revocation): boolean {
  return latenessOf(one) > latenessOf(other);
}

function latenessOf({ outcome, result }: Revocation): number {
  const unknown = isRunning(outcome) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return epochMsOf(result.startedAt) ?? unknown;
}

function sameOr(before: TokenRows | undefined, { latest, rows }: Collected): TokenRows {
  const now: TokenRows = [latest, ...rows.filter((revocation) => revocation !== latest)];
  const isSame =
    before?.length === now.length && before.every((revocation, index) => revocation === now[index]);
  return isSame && before !== undefined ? before : now;
}

/** What the table shows of groups: one row a revocation, the earlier ones only where a group is expanded. */
export interface GroupedRows {
  readonly rows: readonly Revocation[];
  /** For each row the group that it leads, or `null` where it is one of the earlier ones. */
  readonly leads: readonly (TokenRows | null)[];
}

export function expandGroups(groups: readonly TokenRows[], expanded: ReadonlySet<string>): GroupedRows {
  const rows: Revocation[] = [];
  const leads: (TokenRows | null)[] = [];
  for (const group of groups) {
    const shown = expanded.has(group[0].vppToken.id) ? group : [group[0]];
    for (const revocation of shown) {
      leads.push(revocation === group[0] ? group : null);
      rows.push(revocation);
    }
  }
  return { rows, leads };
}
