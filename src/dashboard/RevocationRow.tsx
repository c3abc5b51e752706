// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be laid out as virtual rows and cards
// biome-ignore-all lint/a11y/useFocusableInteractive: the button inside a row takes the focus
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { type MouseEvent, memo, type ReactNode, type Ref } from "react";
import { isContradictory } from "../domain/progress.ts";
import type { Revocation } from "../domain/revocation.ts";
import { deriveDurationMs } from "../domain/totals.ts";
import { type MessageId, useText } from "../i18n/useText.ts";
import { BidiText } from "../ui/BidiText.tsx";
import { Highlight } from "../ui/Highlight.tsx";
import { useTimeText } from "../ui/timeText.ts";
import { InstantText } from "./InstantText.tsx";
import { ProgressBar } from "./ProgressBar.tsx";
import { progressText } from "./progressText.ts";
import { reasonText } from "./reasonText.ts";
import { type RowMark, useRowMarks } from "./rowMarks.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { useTableNow } from "./tableNow.tsx";
import { useTableStyles } from "./tableStyles.ts";
import { tokenName, tokenPlace } from "./tokenName.ts";

interface RevocationRowProps {
  readonly revocation: Revocation;
  /** Place among all rows, from 0. */
  readonly index: number;
  /** Pixels from the top of the table's body. */
  readonly offset: number;
  readonly isOpen: boolean;
  readonly onOpen: (revocation: Revocation) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/** Renders again only when its revocation, its place or its being open changes; times tick in their own cells. */
export const RevocationRow = memo(function RevocationRow({
  revocation,
  index,
  offset,
  isOpen,
  onOpen,
  ref,
}: RevocationRowProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const open = ({ target, currentTarget }: MouseEvent<HTMLElement>) => {
    const isOnButton = target instanceof Element && target.closest("button") !== null;
    const isSelectingText = currentTarget.ownerDocument.getSelection()?.isCollapsed === false;
    if (isOnButton || !isSelectingText) onOpen(revocation);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the mouse only; the name is the row's button for keys
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 2}
      aria-current={isOpen ? "true" : undefined}
      data-index={index}
      className={mergeClasses(table.row, styles.row, isOpen && styles.open)}
      style={{ transform: `translateY(${offset}px)` }}
      onClick={open}
    >
      <TokenCell revocation={revocation} />
      <StateCell revocation={revocation} />
      <LicencesCell revocation={revocation} />
      <TimeCell column={4} label="table.column.started" className={table.started}>
        <InstantCell instant={revocation.result.startedAt} />
      </TimeCell>
      <TimeCell column={5} label="table.column.updated">
        <InstantCell instant={revocation.result.lastUpdatedAt} />
      </TimeCell>
      <TimeCell column={6} label="table.column.duration" className={table.duration}>
        <DurationCell revocation={revocation} />
      </TimeCell>
    </div>
  );
});

interface CellProps {
  readonly revocation: Revocation;
}

function TokenCell({ revocation: { vppToken } }: CellProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const place = tokenPlace(vppToken);
  return (
    <div role="cell" aria-colindex={1} className={mergeClasses(styles.cell, table.wideInCard)}>
      <button type="button" className={styles.name}>
        <BidiText text={tokenName(vppToken)} />
      </button>
      {place.length > 0 && <BidiText text={place.join(" · ")} className={styles.second} />}
    </div>
  );
}

function StateCell({ revocation }: CellProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const text = useText();
  const reason = reasonText(revocation, text);
  return (
    <div role="cell" aria-colindex={2} className={mergeClasses(styles.cell, table.wideInCard)}>
      <Highlight value={revocation.outcome}>
        <StateBadge outcome={revocation.outcome} actionState={revocation.result.actionState} />
      </Highlight>
      {reason !== null && <BidiText text={reason} overflow="wrap" className={styles.reason} />}
      {isContradictory(revocation.progress) && (
        <span className={styles.mark}>
          <WarningRegular aria-hidden className={styles.markIcon} />
          {text("mark.contradictory")}
        </span>
      )}
      <HistoryMarks revocation={revocation} />
    </div>
  );
}

const markTexts = {
  gone: { text: "mark.gone", help: "mark.goneHelp" },
  unchanged: { text: "mark.unchanged", help: "mark.unchangedHelp" },
} as const satisfies Record<RowMark, { text: MessageId; help: MessageId }>;

function HistoryMarks({ revocation }: CellProps) {
  const styles = useStyles();
  const text = useText();
  const { unchangedMinutes, marksOf } = useRowMarks();
  const { span } = useTimeText();
  const marks = marksOf(revocation, useTableNow());
  const values = { time: span(unchangedMinutes * 60_000) };
  return marks.map((mark) => (
    <span key={mark} className={styles.mark} title={text(markTexts[mark].help, values)}>
      <WarningRegular aria-hidden className={styles.markIcon} />
      {text(markTexts[mark].text, values)}
    </span>
  ));
}

function LicencesCell({ revocation: { progress } }: CellProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const words = progressText(progress, useText());
  return (
    <div
      role="cell"
      aria-colindex={3}
      className={mergeClasses(styles.cell, styles.licences, table.wideInCard)}
    >
      <Highlight value={words}>
        <BidiText text={words} overflow="wrap" />
      </Highlight>
      <ProgressBar progress={progress} />
    </div>
  );
}

interface TimeCellProps {
  readonly column: number;
  readonly label: MessageId;
  readonly className?: string;
  readonly children: ReactNode;
}

function TimeCell({ column, label, className, children }: TimeCellProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const text = useText();
  return (
    <div role="cell" aria-colindex={column} className={mergeClasses(styles.cell, styles.time, className)}>
      <span className={table.cardLabel}>{text(label)}</span>
      {children}
    </div>
  );
}

function InstantCell({ instant }: { readonly instant: Revocation["result"]["startedAt"] }) {
  return <InstantText instant={instant} now={useTableNow()} />;
}

function DurationCell({ revocation }: CellProps) {
  const text = useText();
  const { span } = useTimeText();
  const durationMs = deriveDurationMs(revocation, useTableNow());
  return durationMs === null ? text("value.unknown") : span(durationMs);
}

const useStyles = makeStyles({
  row: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    cursor: "pointer",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground3,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    "::before": {
      content: "''",
      position: "absolute",
      insetBlock: 0,
      insetInlineStart: 0,
      width: "3px",
      backgroundColor: tokens.colorCompoundBrandStroke,
      forcedColorAdjust: "none",
      "@media (forced-colors: active)": { backgroundColor: "Highlight" },
    },
  },
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
  markIcon: { flexShrink: 0, fontSize: "14px" },
  licences: {
    display: "grid",
    rowGap: "6px",
    maxWidth: "420px",
    fontVariantNumeric: "tabular-nums",
  },
  time: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
});
