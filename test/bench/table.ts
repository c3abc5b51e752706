export type TableRow = readonly string[];

/** A Markdown table whose columns also line up as plain text. Cells that a row lacks stay empty. */
export function table(head: TableRow, rows: readonly TableRow[]): string {
  const columns = head.map((title, index) => {
    const cells = [title, ...rows.map((row) => row[index] ?? "")];
    const width = Math.max(3, ...cells.map(({ length }) => length));
    const pad = (cell: string) => (index === 0 ? cell.padEnd(width) : cell.padStart(width));
    const rule = index === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
    const [first = "", ...others] = cells.map(pad);
    return [first, rule, ...others];
  });
  const lines = Array.from({ length: rows.length + 2 }, (_, line) =>
    columns.map((column) => column[line] ?? "").join(" | "),
  );
  return ["", ...lines.map((line) => `| ${line} |`)].join("\n");
}
