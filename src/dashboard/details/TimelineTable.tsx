import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import type { Timeline, TimelinePoint } from "../../monitor/history/timeline.ts";
import type { Gap } from "../../monitor/history/watchedSpans.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { useTimeText } from "../../ui/timeText.ts";
import { observedCountText, observedStateText, timeFormat } from "./observedText.ts";

interface TimelineTableProps {
  readonly timeline: Timeline;
}

type Entry =
  | { readonly at: number; readonly point: TimelinePoint }
  | { readonly at: number; readonly gap: Gap };

const mostRows = 300;
const exactFormat = { ...timeFormat, second: "2-digit" } as const;

/** What the picture shows, in words, the latest first. */
export function TimelineTable({ timeline }: TimelineTableProps) {
  const styles = useStyles();
  const text = useText();
  const entries = entriesOf(timeline);
  const total = timeline.points.length;
  const shown = entries.slice(0, mostRows);
  return (
    <>
      <table className={styles.table} aria-label={text("details.timeline")}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.cell, styles.column)}>
              {text("details.timeline.seen")}
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.column)}>
              {text("table.column.state")}
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.column, styles.number)}>
              {text("details.numbers.attempted")}
            </th>
            <th scope="col" className={mergeClasses(styles.cell, styles.column, styles.number)}>
              {text("details.numbers.failed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) =>
            "gap" in entry ? (
              <GapRow key={`gap ${entry.gap.from}`} gap={entry.gap} />
            ) : (
              <PointRow key={entry.point.observation.order} point={entry.point} />
            ),
          )}
        </tbody>
      </table>
      {shown.length < entries.length && (
        <p>
          {text("details.timeline.cut", { shown: shown.filter((entry) => "point" in entry).length, total })}
        </p>
      )}
    </>
  );
}

/** A gap stands below what was seen at its end, so that the latest come first all the way down. */
function entriesOf({ points, gaps }: Timeline): readonly Entry[] {
  const entries: readonly Entry[] = [
    ...gaps.map((gap) => ({ at: gap.to, gap })),
    ...points.map((point) => ({ at: point.at, point })),
  ];
  return entries.toSorted((left, right) => left.at - right.at).reverse();
}

function PointRow({ point: { at, observation, isAfterGap } }: { readonly point: TimelinePoint }) {
  const styles = useStyles();
  const text = useText();
  const intl = useIntl();
  const time = intl.formatDate(at, exactFormat);
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.column)}>
        <time dateTime={new Date(at).toISOString()}>
          {isAfterGap ? text("details.timeline.by", { time }) : time}
        </time>
      </th>
      <td className={styles.cell}>
        <BidiText text={observedStateText(observation, text)} overflow="wrap" />
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>
        {observedCountText(observation.attempted, text)}
      </td>
      <td className={mergeClasses(styles.cell, styles.number)}>
        {observedCountText(observation.failed, text)}
      </td>
    </tr>
  );
}

function GapRow({ gap: { from, to } }: { readonly gap: Gap }) {
  const styles = useStyles();
  const text = useText();
  const { span } = useTimeText();
  return (
    <tr>
      <td colSpan={4} className={mergeClasses(styles.cell, styles.gap)}>
        {text("details.timeline.gap", { span: span(to - from) })}
      </td>
    </tr>
  );
}

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse" },
  column: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  gap: { color: tokens.colorNeutralForeground2, fontStyle: "italic" },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});
