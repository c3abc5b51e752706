import { makeStyles, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { type MessageId, useText } from "../i18n/useText.ts";
import { useTimeText } from "../ui/timeText.ts";
import type { RowMark } from "./rowMarks.tsx";

const markTexts = {
  gone: "history.mark.gone",
  unchanged: "history.mark.unchanged",
} as const satisfies Record<RowMark, MessageId>;

interface HistoryMarksProps {
  readonly marks: readonly RowMark[];
  /** How long is long. */
  readonly unchangedMinutes: number;
}

/** What the history adds to the state of a row. */
export function HistoryMarks({ marks, unchangedMinutes }: HistoryMarksProps) {
  const styles = useStyles();
  const text = useText();
  const { span } = useTimeText();
  const values = { time: span(unchangedMinutes * 60_000) };
  return marks.map((mark) => (
    <span key={mark} className={styles.mark}>
      <WarningRegular aria-hidden className={styles.icon} />
      {text(markTexts[mark], values)}
    </span>
  ));
}

const useStyles = makeStyles({
  mark: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    marginTop: "2px",
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, fontSize: "14px" },
});
