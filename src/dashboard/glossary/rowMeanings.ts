import { failureCauseOf } from "../../domain/failureCause.ts";
import { isContradictory, type RevocationProgress } from "../../domain/progress.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { SortColumn } from "../viewState.ts";
import type { TermId } from "./glossary.ts";

/** What a row shows beside what Graph reports. */
export type ShownMark = "news" | "gone" | "unchanged";

/** What the words of a cell mean; without a column, those of the whole row. A time explains itself. */
export function rowMeanings(
  revocation: Revocation,
  marks: readonly ShownMark[],
  column?: SortColumn,
): readonly TermId[] {
  const state = stateMeanings(revocation, marks);
  const licences = numberMeanings[revocation.progress.kind];
  if (column === undefined) return [...state, ...licences];
  return { state, licences }[column as string] ?? [];
}

function stateMeanings(revocation: Revocation, marks: readonly ShownMark[]): readonly TermId[] {
  const cause = failureCauseOf(revocation);
  return [
    `state-${revocation.outcome}` as const,
    ...(cause === null ? [] : [`reason-${cause}` as const]),
    ...(isContradictory(revocation.progress) ? ["mark-contradictory" as const] : []),
    ...marks.map((mark) => `mark-${mark}` as const),
  ];
}

const numberMeanings = {
  revoked: ["number-attempted", "number-failed", "number-revoked"],
  soFar: ["number-attempted", "number-failed"],
  stopped: ["number-attempted", "number-failed"],
  nothingAttempted: ["number-attempted"],
  asReceived: ["number-attempted", "number-failed"],
} as const satisfies Record<RevocationProgress["kind"], readonly TermId[]>;
