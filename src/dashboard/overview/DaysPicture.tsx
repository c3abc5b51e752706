import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import { type EndedOutcome, endedOutcomes, type OverviewDay } from "../../monitor/history/overview.ts";
import { Piece, PilePatterns, usePileStyles } from "./pileStyles.tsx";

interface DaysPictureProps {
  readonly days: readonly OverviewDay[];
}

const drawing = { dayWidth: 40, barWidth: 28, height: 120 } as const;
const dayFormat = { day: "numeric", month: "short" } as const;

/** A pile of ended revocations for each day, from left to right in every language. A line below a day says that somebody watched then. */
export function DaysPicture({ days }: DaysPictureProps) {
  const styles = useStyles();
  const pile = usePileStyles();
  const intl = useIntl();
  const patterns = useId();
  const highest = Math.max(1, ...days.map(countOf));
  const [first, last] = [days[0], days.at(-1)];
  return (
    <div className={styles.root}>
      <span className={styles.label} dir="ltr">
        {intl.formatNumber(highest)}
      </span>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${days.length * drawing.dayWidth} ${drawing.height + 10}`}
        role="img"
        aria-label={usePictureText(days, highest)}
      >
        <PilePatterns id={patterns} />
        {days.map((day, index) => (
          <Pile
            key={day.from}
            day={day}
            x={index * drawing.dayWidth + 6}
            highest={highest}
            patterns={patterns}
          />
        ))}
        {days.map(
          ({ from, isWatched }, index) =>
            isWatched && (
              <path
                key={from}
                d={`M${index * drawing.dayWidth} ${drawing.height + 7}h${drawing.dayWidth}`}
                className={pile.watched}
              />
            ),
        )}
      </svg>
      <div className={styles.ends} dir="ltr">
        <bdi className={styles.label}>{first && intl.formatDate(first.from, dayFormat)}</bdi>
        <bdi className={styles.label}>{last && intl.formatDate(last.from, dayFormat)}</bdi>
      </div>
      <Legend />
    </div>
  );
}

interface PileProps {
  readonly day: OverviewDay;
  readonly x: number;
  readonly highest: number;
  readonly patterns: string;
}

function Pile({ day: { ended }, x, highest, patterns }: PileProps) {
  let top = drawing.height;
  return endedOutcomes.map((outcome) => {
    if (ended[outcome] === 0) return null;
    const height = (ended[outcome] / highest) * (drawing.height - 2);
    top -= height;
    return (
      <Piece
        key={outcome}
        outcome={outcome}
        patterns={patterns}
        x={x}
        y={top}
        width={drawing.barWidth}
        height={height}
      />
    );
  });
}

function Legend() {
  const styles = useStyles();
  const pile = usePileStyles();
  const text = useText();
  const patterns = useId();
  return (
    <ul className={styles.legend}>
      {endedOutcomes.map((outcome) => (
        <li key={outcome} className={styles.entry}>
          <svg width="18" height="12" aria-hidden>
            <PilePatterns id={`${patterns}${outcome}`} />
            <Piece
              outcome={outcome}
              patterns={`${patterns}${outcome}`}
              x={0.5}
              y={0.5}
              width={17}
              height={11}
            />
          </svg>
          {text(`state.${outcome}`)}
        </li>
      ))}
      <li className={styles.entry}>
        <svg width="18" height="12" aria-hidden>
          <path d="M0 9h18" className={pile.watched} />
        </svg>
        {text("overview.watchedLine")}
      </li>
    </ul>
  );
}

function countOf({ ended }: OverviewDay): number {
  return endedOutcomes.reduce((sum, outcome) => sum + ended[outcome], 0);
}

function usePictureText(days: readonly OverviewDay[], highest: number): string {
  const text = useText();
  const total = (outcome: EndedOutcome) => days.reduce((sum, { ended }) => sum + ended[outcome], 0);
  return text("overview.picture", {
    done: total("done"),
    canceled: total("canceled"),
    doneWithFailures: total("doneWithFailures"),
    failed: total("failed"),
    highest: days.some((day) => countOf(day) > 0) ? highest : 0,
  });
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, minWidth: 0, maxWidth: "640px" },
  picture: {
    display: "block",
    width: "100%",
    height: "auto",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: "border-box",
  },
  label: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
  },
  ends: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  entry: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});
