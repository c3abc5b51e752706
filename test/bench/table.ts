export type TableRow = readonly string[];

/** A Markdown table whose columns also line up as plain text. */
export function table(head: TableRow, rows: readonly TableRow[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: TableRow) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`,
  );
  return ["", line(head), line(rule), ...rows.map(line)].join("\n");
}
