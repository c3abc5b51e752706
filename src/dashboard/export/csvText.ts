import Papa from "papaparse";
import { rawText } from "../../domain/received.ts";
import type { ExportedRevocation } from "./exportedRevocation.ts";

/** Tells spreadsheets that the text is UTF-8; without it, Excel mangles whatever is not ASCII. */
export const byteOrderMark = "\ufeff";

const columns = [
  "demoData",
  "tokenName",
  "organization",
  "location",
  "appleId",
  "tokenState",
  "actionName",
  "state",
  "outcome",
  "reason",
  "attempted",
  "failed",
  "revoked",
  "started",
  "lastUpdated",
  "marks",
  "link",
] as const;

type Column = (typeof columns)[number];

/**
 * Writes RFC 4180: commas, CRLF after each record, quotes where needed, the first record names the columns. Names and
 * values are those of the JSON export in every language, so that files of two colleagues fit together.
 */
export function createCsvWriter({ isDemo, isWithAppleId }: CsvOptions) {
  const written = columns.filter((column) => column !== "appleId" || isWithAppleId);
  const records = (rows: readonly (readonly Cell[])[]) =>
    rows.length === 0 ? "" : `${Papa.unparse([...rows], { newline: lineEnd })}${lineEnd}`;
  return {
    header: () => records([written]),
    records: (revocations: readonly ExportedRevocation[]) =>
      records(revocations.map((revocation) => written.map((column) => cellOf(column, revocation, isDemo)))),
  };
}

interface CsvOptions {
  readonly isDemo: boolean;
  readonly isWithAppleId: boolean;
}

type Cell = string | number | boolean;

const lineEnd = "\r\n";

function cellOf(column: Column, revocation: ExportedRevocation, isDemo: boolean): Cell {
  if (column === "demoData") return isDemo;
  if (column === "marks") return revocation.marks.join(" ");
  const value = revocation[column] ?? "";
  if (typeof value === "number") return value;
  return harmless(typeof value === "string" ? value : rawText(value.asReceived));
}

/**
 * Where a spreadsheet may begin a cell: at the start, after a line break, and after the separators of other regions,
 * at which a spreadsheet that expects them splits the line in spite of the quotes. The full-width forms count in Asia.
 * Source: https://owasp.org/www-community/attacks/CSV_Injection
 */
const cellThatRuns = /(^|[\t\r\n;|])(?=[\s\p{Cf}]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu;

/** An apostrophe makes text of what would be a formula. Numbers are no text, so they keep their sign. */
function harmless(text: string): string {
  return text.replace(cellThatRuns, "$1'");
}
