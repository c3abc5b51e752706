import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { type ComponentType, memo } from "react";
import { isContradictory } from "../domain/progress.ts";
import type { Instant } from "../domain/received.ts";
import type { Revocation } from "../domain/revocation.ts";
import { deriveDurationMs, deriveTotals } from "../domain/totals.ts";
import { useText } from "../i18n/useText.ts";
import { BidiText } from "../ui/BidiText.tsx";
import { Highlight } from "../ui/Highlight.tsx";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { useTimeText } from "../ui/timeText.ts";
import type { TokenRows } from "./finding/groupRows.ts";
import { InstantText } from "./InstantText.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { progressText } from "./progressText.ts";
import { reasonText } from "./reasonText.ts";
import { useRowMarks } from "./rowMarks.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { columnLabels } from "./TableHeader.tsx";
import type { ShownColumn } from "./tableColumns.ts";
import { useTableNow } from "./tableNow.tsx";
import { useTableStyles } from "./tableStyles.ts";
import { tokenName, tokenPlace } from "./tokenName.ts";
import type { SortColumn } from "./viewState.ts";

const historyMarks = laterPart(async () => (await import("./HistoryMarks.tsx")).HistoryMarks);
const newsMark = laterPart(async () => (await import("./NewsMark.tsx")).NewsMark);

export interface RowCellsProps {
  readonly revocation: Revocation;
  readonly columns: readonly ShownColumn[];
  readonly isCompact: boolean;
  /** `undefined`: not grouped. The group that this row leads, or `null` where it is one of the earlier ones of a group. */
  readonly lead: TokenRows | null | undefined;
  readonly isExpanded: boolean;
}

/** Apart from their row, so that opening it, or moving it, draws none of them again. */
export const RowCells = memo(function RowCells(props: RowCellsProps) {
  const { revocation, columns, isCompact, lead, isExpanded } = props;
  const styles = useStyles();
  const table = useTableStyles();
  return columns.map(({ column, hidden }, place) => {
    const Content = contents[column];
    return (
      <div
        key={column}
        {...{ role: lead === undefined ? "cell" : "gridcell", "aria-colindex": place + 1 }}
        className={mergeClasses(
          styles.cell,
          wide.includes(column) ? table.wideInCard : styles.time,
          lead === null && column === "token" && table.earlier,
          hidden && table[hidden],
        )}
      >
        <Content revocation={revocation} isCompact={isCompact} />
        {column === "token" && lead && lead.length > 1 && <GroupLine group={lead} isExpanded={isExpanded} />}
      </div>
    );
  });
});

interface CellProps {
  readonly revocation: Revocation;
  readonly isCompact: boolean;
}

const wide: readonly SortColumn[] = ["token", "state", "licences"];

/** Each its own component, so that the row itself stands still while times tick. */
const contents = {
  token: TokenContent,
  state: StateContent,
  licences: LicencesContent,
  started: ({ revocation }) => <InstantContent column="started" instant={revocation.result.startedAt} />,
  updated: ({ revocation }) => <InstantContent column="updated" instant={revocation.result.lastUpdatedAt} />,
  duration: DurationContent,
  expires: ({ revocation }) => <InstantContent column="expires" instant={revocation.vppToken.expiresAt} />,
  synced: ({ revocation }) => <InstantContent column="synced" instant={revocation.vppToken.lastSyncAt} />,
} as const satisfies Record<SortColumn, ComponentType<CellProps>>;

function TokenContent({ revocation: { vppToken }, isCompact }: CellProps) {
  const styles = useStyles();
  const place = tokenPlace(vppToken);
  return (
    <>
      <button type="button" className={styles.name}>
        <BidiText text={tokenName(vppToken)} />
      </button>
      {place.length > 0 && !isCompact && <BidiText text={place.join(" · ")} className={styles.second} />}
    </>
  );
}

function StateContent({ revocation }: CellProps) {
  const styles = useStyles();
  const text = useText();
  const reason = reasonText(revocation, text);
  const news = useRowMarks().news.get(revocation.key);
  return (
    <>
      <div className={styles.badgeLine}>
        <Highlight of={revocation.key} value={revocation.outcome}>
          <StateBadge outcome={revocation.outcome} actionState={revocation.result.actionState} />
        </Highlight>
        {news !== undefined && <Later part={newsMark} props={{ news }} />}
      </div>
      {reason !== null && <BidiText text={reason} overflow="wrap" className={styles.reason} />}
      {isContradictory(revocation.progress) && (
        <span className={styles.mark}>
          <WarningRegular aria-hidden className={styles.markIcon} />
          {text("mark.contradictory")}
        </span>
      )}
      <HistoryMarks revocation={revocation} />
    </>
  );
}

/** Apart, so that the ticking clock draws nothing else again. */
function HistoryMarks({ revocation }: Pick<CellProps, "revocation">) {
  const { unchangedMinutes, marksOf } = useRowMarks();
  const marks = marksOf(revocation, useTableNow());
  return marks.length > 0 && <Later part={historyMarks} props={{ marks, unchangedMinutes }} />;
}

function LicencesContent({ revocation: { key, progress }, isCompact }: CellProps) {
  const styles = useStyles();
  const words = progressText(progress, useText());
  return (
    <div className={mergeClasses(styles.licences, isCompact && styles.beside)}>
      <Highlight of={key} value={words}>
        <BidiText text={words} overflow="wrap" />
      </Highlight>
      <ProgressBar progress={progress} />
    </div>
  );
}

function InstantContent(props: { readonly column: SortColumn; readonly instant: Instant }) {
  return (
    <>
      <CardLabel column={props.column} />
      <InstantText instant={props.instant} now={useTableNow()} />
    </>
  );
}

function DurationContent({ revocation }: CellProps) {
  const text = useText();
  const { span } = useTimeText();
  const durationMs = deriveDurationMs(revocation, useTableNow());
  return (
    <>
      <CardLabel column="duration" />
      {durationMs === null ? text("value.unknown") : span(durationMs)}
    </>
  );
}

function CardLabel({ column }: { readonly column: SortColumn }) {
  const table = useTableStyles();
  const text = useText();
  return <span className={table.cardLabel}>{text(columnLabels[column])}</span>;
}

/** What the group comes to. The row's own button for keys is the name; this one is for whoever cannot press arrows. */
function GroupLine({ group, isExpanded }: { readonly group: TokenRows; readonly isExpanded: boolean }) {
  const styles = useStyles();
  const text = useText();
  const { revocations, attempts, failed, leftOut } = deriveTotals(group);
  const Chevron = isExpanded ? ChevronUpRegular : ChevronDownRegular;
  return (
    <button type="button" aria-expanded={isExpanded} className={styles.group}>
      <Chevron aria-hidden className={styles.markIcon} />
      {text("table.group", { count: revocations, attempts, failed, leftOut })}
    </button>
  );
}

const useStyles = makeStyles({
  cell: { minWidth: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  name: {
    display: "block",
    maxWidth: "100%",
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    scrollMarginTop: "calc(var(--table-top, 0px) + 56px)",
    scrollMarginBottom: "64px",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  second: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // Beside the badge, so that what is new makes no row higher.
  badgeLine: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  reason: {
    display: "block",
    marginTop: "2px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  mark: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    marginTop: "2px",
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  group: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    maxWidth: "100%",
    minHeight: "24px",
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  markIcon: { flexShrink: 0, fontSize: "14px" },
  licences: {
    display: "grid",
    rowGap: "6px",
    maxWidth: "420px",
    fontVariantNumeric: "tabular-nums",
  },
  beside: {
    gridTemplateColumns: "minmax(0, 1fr) 96px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
  },
  time: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});
