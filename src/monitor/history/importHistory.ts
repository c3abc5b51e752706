import { nextTask } from "../../graph/nextTask.ts";
import { collectImport, type NumberedLine } from "./collectImport.ts";
import type { ImportReport } from "./history.ts";
import type { HistoryKeeper } from "./historyKeeper.ts";
import { parseImportedLine, problemOf } from "./importedLines.ts";
import { linesOf, type TextPieces } from "./linesOf.ts";
import { byRevocation, mergeHistory } from "./mergeHistory.ts";

const linesPerTask = 250;
const mostProblems = 20;
/** Twice what the bounds of a history let it export: a file beyond that is none of ours. */
const mostLines = 500_000;

const tooMany = problemOf("tooMany");

/** Judges each line by itself; those after the first `most` are not read. */
export async function parseLines(pieces: TextPieces, most = mostLines): Promise<readonly NumberedLine[]> {
  const lines: NumberedLine[] = [];
  for await (const { number, text } of linesOf(pieces)) {
    lines.push({ number, line: lines.length < most ? parseImportedLine(text) : tooMany });
    if (lines.length % linesPerTask === 0) await nextTask();
  }
  return lines;
}

export async function importHistory(
  { commit, getState, store }: HistoryKeeper,
  lines: readonly NumberedLine[],
  { tenantKey, isTenantConfirmed }: { readonly tenantKey: string; readonly isTenantConfirmed: boolean },
): Promise<ImportReport> {
  const { refusal, incoming, usable, problems } = collectImport(lines, tenantKey);
  const report = { unreadable: problems.length, problems: problems.slice(0, mostProblems) };
  if (refusal === "newerVersion" || (refusal !== null && !isTenantConfirmed)) {
    return { refusal, taken: 0, alreadyThere: 0, ...report };
  }
  const { taken } = await commit(async () =>
    mergeHistory(getState().memory, byRevocation(await store.past(null)), incoming),
  );
  return { refusal: null, taken, alreadyThere: usable - taken, ...report };
}
