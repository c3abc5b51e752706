import type { SortColumn } from "./viewState.ts";

/** A column and below which width of the table it gives way to others; cards show every column. */
export interface ShownColumn {
  readonly column: SortColumn;
  readonly hidden: "inMiddle" | "inNarrow" | undefined;
}

const tracks = {
  token: "minmax(0, 1.5fr)",
  state: "minmax(168px, 1.1fr)",
  licences: "minmax(0, 1.8fr)",
  started: "108px",
  updated: "108px",
  duration: "92px",
  expires: "108px",
  synced: "108px",
} as const satisfies Record<SortColumn, string>;

/** What stays longest comes first. */
const byImportance: readonly SortColumn[] = [
  ...(["token", "state", "licences", "updated", "started", "duration", "expires", "synced"] as const),
];

export function showColumns(columns: readonly SortColumn[]): readonly ShownColumn[] {
  const kept = byImportance.filter((column) => columns.includes(column));
  const hiddenOf = (column: SortColumn) => {
    const place = kept.indexOf(column);
    return place < 4 ? undefined : place < 5 ? "inNarrow" : "inMiddle";
  };
  return columns.map((column) => ({ column, hidden: hiddenOf(column) }));
}

/** The grid's tracks at each width, as the custom properties that the table's styles read. */
export function columnTracks(columns: readonly ShownColumn[]): Record<string, string> {
  const join = (shown: readonly ShownColumn[]) => shown.map(({ column }) => tracks[column]).join(" ");
  return {
    "--columns": join(columns),
    "--columns-middle": join(columns.filter(({ hidden }) => hidden !== "inMiddle")),
    "--columns-narrow": join(columns.filter(({ hidden }) => hidden === undefined)).replace("168px", "0"),
  };
}
