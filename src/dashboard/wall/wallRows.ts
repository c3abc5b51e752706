import { isOpenFailure } from "../../domain/laterRun.ts";
import { isRunning } from "../../domain/outcome.ts";
import { epochMsOf } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RowGroup, RowGroups } from "../rowGroups.ts";

export interface WallRows {
  /** What needs attention, then what runs; of each the newest first. */
  readonly rows: readonly Revocation[];
  /** How many more there are: a wall whose pages take an hour to come round shows nothing. */
  readonly leftOut: number;
}

const mostOfEach = 24;

/** Only what runs or needs attention. Tokens that did not change are not looked into again. */
export function wallRowsOf(groups: RowGroups): WallRows {
  const [attention, running] = [createNewest(), createNewest()];
  let count = 0;
  for (const group of groups) {
    const chosen = chosenOf(group);
    count += chosen.length;
    for (const revocation of chosen) {
      if (isRunning(revocation.outcome)) running.add(revocation);
      else attention.add(revocation);
    }
  }
  const rows = [...attention.rows, ...running.rows];
  return { rows, leftOut: count - rows.length };
}

const chosenByGroup = new WeakMap<RowGroup, RowGroup>();

function chosenOf(group: RowGroup): RowGroup {
  const known = chosenByGroup.get(group);
  if (known !== undefined) return known;
  const chosen = group.filter((row) => isRunning(row.outcome) || isOpenFailure(row));
  chosenByGroup.set(group, chosen);
  return chosen;
}

/**
 * Keeps the newest few in order, without sorting all that there is. By its start alone, which never moves, so that a row
 * keeps its page while its numbers change.
 */
function createNewest() {
  const rows: Revocation[] = [];
  return {
    rows,
    add(revocation: Revocation): void {
      const start = startOf(revocation);
      const last = rows.at(-1);
      if (rows.length === mostOfEach && last !== undefined && startOf(last) >= start) return;
      const place = rows.findIndex((other) => startOf(other) < start);
      rows.splice(place < 0 ? rows.length : place, 0, revocation);
      rows.length = Math.min(rows.length, mostOfEach);
    },
  };
}

function startOf({ result }: Revocation): number {
  return epochMsOf(result.startedAt) ?? 0;
}
