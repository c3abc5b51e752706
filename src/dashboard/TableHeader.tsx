// biome-ignore-all lint/a11y/useSemanticElements: `tr` and `td` cannot be placed one by one as virtual rows, nor turned into cards where it is narrow, without losing their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: a header is not a stop of its own, the button in it that sorts is
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUpRegular } from "@fluentui/react-icons/svg/arrow-up";
import { memo } from "react";
import type { MessageId } from "../i18n/useText.ts";
import { useText } from "../i18n/useText.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { meaning, type TermNames } from "./glossary/termNames.ts";
import type { ShownColumn } from "./tableColumns.ts";
import { useTableStyles } from "./tableStyles.ts";
import { newestRunningFirst, type SortColumn, type ViewSort } from "./viewState.ts";

export const columnLabels = {
  token: "table.column.token",
  state: "table.column.state",
  licences: "table.column.licences",
  started: "table.column.started",
  updated: "table.column.updated",
  duration: "table.column.duration",
  expires: "table.column.expires",
  synced: "table.column.synced",
} as const satisfies Record<SortColumn, MessageId>;

/** Words are most useful from A, numbers and times from the greatest. */
const firstDirections = {
  token: "ascending",
  state: "ascending",
  licences: "descending",
  started: "descending",
  updated: "descending",
  duration: "descending",
  expires: "ascending",
  synced: "ascending",
} as const satisfies Record<SortColumn, ViewSort["direction"]>;

const columnMeanings = {
  token: ["basics-token"],
  state: ["state", "reason", "mark"],
  licences: ["number-attempted", "number-failed", "number-revoked"],
  started: ["number-started"],
  updated: ["number-updated"],
  duration: ["number-duration"],
  expires: ["number-expires"],
  synced: ["number-synced"],
} as const satisfies Record<SortColumn, TermNames>;

/** With a button of their own; the others are explained to whoever points at them or asks by key. */
const explained: readonly SortColumn[] = ["state", "licences"];
const meanings = laterPart(async () => (await import("./glossary/Meanings.tsx")).Meanings);

interface TableHeaderProps {
  readonly columns: readonly ShownColumn[];
  readonly sort: ViewSort;
  readonly onSortChange: (sort: ViewSort) => void;
}

export const TableHeader = memo(function TableHeader({ columns, sort, onSortChange }: TableHeaderProps) {
  const table = useTableStyles();
  return (
    <div role="rowgroup" style={{ display: "contents" }}>
      <div role="row" aria-rowindex={1} className={table.header}>
        {columns.map(({ column, hidden }, index) => (
          <ColumnHeader
            key={column}
            column={column}
            index={index + 1}
            sort={sort}
            onSortChange={onSortChange}
            className={hidden && table[hidden]}
          />
        ))}
      </div>
    </div>
  );
});

interface ColumnHeaderProps extends Pick<TableHeaderProps, "sort" | "onSortChange"> {
  readonly column: SortColumn;
  readonly index: number;
  readonly className: string | undefined;
}

function ColumnHeader({ column, index, sort, onSortChange, className }: ColumnHeaderProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const text = useText();
  const isSorted = sort.column === column;
  const Arrow = sort.direction === "ascending" ? ArrowUpRegular : ArrowDownRegular;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={isSorted ? sort.direction : "none"}
      // Cells are read with the name of their column, not with its question.
      aria-label={text(columnLabels[column])}
      className={mergeClasses(styles.header, className)}
      {...meaning(columnMeanings[column])}
    >
      <button
        type="button"
        className={mergeClasses(styles.button, table.sortButton)}
        onClick={() => onSortChange(nextSort(column, sort))}
      >
        {text(columnLabels[column])}
        <Arrow aria-hidden className={mergeClasses(styles.arrow, !isSorted && table.sortArrow)} />
      </button>
      {explained.includes(column) && (
        <Later
          part={meanings}
          props={{ term: columnLabels[column], of: columnMeanings[column] }}
          placeholder={<span className={styles.meaningPlace} />}
        />
      )}
    </div>
  );
}

/** First its own direction, then the other, then back to newest running first. */
function nextSort(column: SortColumn, sort: ViewSort): ViewSort {
  const first = firstDirections[column];
  if (sort.column !== column) return { column, direction: first };
  if (sort.direction !== first) return newestRunningFirst;
  return { column, direction: first === "ascending" ? "descending" : "ascending" };
}

const useStyles = makeStyles({
  header: { display: "flex", alignItems: "center", minWidth: 0 },
  meaningPlace: { flexShrink: 0, width: "26px" },
  button: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    maxWidth: "100%",
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorNeutralForeground1, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { flexShrink: 0, fontSize: "12px" },
});
