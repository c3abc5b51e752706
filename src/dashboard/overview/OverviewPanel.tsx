import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import { useTimed } from "../../monitor/clock.tsx";
import type { History } from "../../monitor/history/history.ts";
import { useOverview } from "../../monitor/history/useOverview.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { DaysPicture } from "./DaysPicture.tsx";
import { DaysTable } from "./DaysTable.tsx";
import { lastDays, startOfDay } from "./lastDays.ts";
import { TokensTable } from "./TokensTable.tsx";

interface OverviewPanelProps {
  readonly history: History;
}

const daysCount = 14;

/** The last days as far as somebody watched: what ended on which day, and which VPP tokens had most attempts. */
export function OverviewPanel({ history }: OverviewPanelProps) {
  const styles = useStyles();
  const text = useText();
  const today = useTimed(startOfDay, 60_000);
  const dayStarts = useMemo(() => lastDays(today, daysCount), [today]);
  const overview = useOverview(history, dayStarts);
  if (overview === null) return <div className={styles.place} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and may hold nothing to focus, so keys could not reach its end (WCAG 2.1.1)
    <section className={styles.root} aria-label={text("overview.title")} tabIndex={0}>
      <Limits {...overview} />
      <div className={styles.part}>
        <h3 className={styles.heading}>{text("overview.days", { days: daysCount })}</h3>
        <DaysPicture days={overview.days} />
        <Disclosure title={text("details.timeline.asTable")} level={4}>
          <DaysTable days={overview.days} />
        </Disclosure>
      </div>
      <div className={styles.part}>
        <h3 className={styles.heading}>{text("overview.tokens", { days: daysCount })}</h3>
        <p className={styles.line}>{text("summary.attemptsHelp")}</p>
        <TokensTable vppTokens={overview.tokens} />
      </div>
    </section>
  );
}

interface LimitsProps {
  readonly watchedSince: number | null;
  readonly running: number;
  readonly undated: number;
}

/** Since when there is something to show, and what is not in the picture. */
function Limits({ watchedSince, running, undated }: LimitsProps) {
  const styles = useStyles();
  const text = useText();
  const intl = useIntl();
  const since =
    watchedSince === null
      ? text("overview.notWatched")
      : text("overview.since", {
          time: intl.formatDate(watchedSince, { dateStyle: "long", timeStyle: "short" }),
        });
  const sentences = [
    since,
    text("overview.limits"),
    running > 0 ? text("overview.running", { count: running }) : "",
    undated > 0 ? text("overview.undated", { count: undated }) : "",
  ];
  return <p className={mergeClasses(styles.line, styles.limits)}>{sentences.filter(Boolean).join(" ")}</p>;
}

const useStyles = makeStyles({
  // It opens above the list and must not push it away.
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    columnGap: "32px",
    "@media (min-width: 1024px)": { gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)" },
    maxHeight: "min(52vh, 640px)",
    overflowY: "auto",
    padding: tokens.spacingHorizontalM,
    marginBlock: tokens.spacingVerticalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  /** So that the list moves once. */
  place: { height: "min(52vh, 640px)" },
  part: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  limits: { gridColumn: "1 / -1" },
  line: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "90ch" },
});
