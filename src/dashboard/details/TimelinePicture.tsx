import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../i18n/useText.ts";
import type { Timeline } from "../../monitor/history/timeline.ts";
import { observedCountText, timeFormat } from "./observedText.ts";
import { TimelineLegend } from "./TimelineLegend.tsx";
import { drawing, scaleOf, stepsOf, xOf } from "./timelineSteps.ts";
import { useTimelineStyles } from "./timelineStyles.ts";

interface TimelinePictureProps {
  readonly timeline: Timeline;
}

/** Attempted and failed over time, from left to right in every language. Told apart by the kind of line, so that it reads without colour. */
export function TimelinePicture({ timeline }: TimelinePictureProps) {
  const styles = useStyles();
  const lines = useTimelineStyles();
  const intl = useIntl();
  const hatch = useId();
  const { points, gaps, stateChanges } = timeline;
  const scale = scaleOf(timeline);
  const { width, height } = drawing;
  return (
    <div className={styles.root}>
      <span className={styles.label} dir="ltr">
        {intl.formatNumber(scale.highest)}
      </span>
      <svg
        className={styles.picture}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={usePictureText(timeline)}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6L6 0" className={lines.hatch} />
          </pattern>
        </defs>
        {gaps.map(({ from, to }) => (
          <rect
            key={from}
            x={xOf(from, scale)}
            width={Math.max(xOf(to, scale) - xOf(from, scale), 1)}
            height={height}
            fill={`url(#${hatch})`}
          />
        ))}
        <path
          d={stateChanges
            .slice(1)
            .map(({ at }) => `M${xOf(at, scale)} 0V${height}`)
            .join("")}
          className={mergeClasses(lines.line, lines.stateChange)}
        />
        <path d={stepsOf(points, "attempted", scale)} className={mergeClasses(lines.line, lines.attempted)} />
        <path d={stepsOf(points, "failed", scale)} className={mergeClasses(lines.line, lines.failed)} />
      </svg>
      <div className={mergeClasses(styles.label, styles.ends)} dir="ltr">
        <bdi>{intl.formatDate(timeline.from, timeFormat)}</bdi>
        <bdi>{intl.formatDate(timeline.to, timeFormat)}</bdi>
      </div>
      <TimelineLegend hasStateChanges={stateChanges.length > 1} hasGaps={gaps.length > 0} />
    </div>
  );
}

function usePictureText({ from, to, points, stateChanges, gaps }: Timeline): string {
  const text = useText();
  const intl = useIntl();
  const last = points.at(-1)?.observation;
  return text("details.timeline.picture", {
    from: intl.formatDate(from, timeFormat),
    to: intl.formatDate(to, timeFormat),
    attempted: observedCountText(last?.attempted ?? null, text),
    failed: observedCountText(last?.failed ?? null, text),
    changes: stateChanges.length - 1,
    gaps: gaps.length,
  });
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  picture: {
    display: "block",
    width: "100%",
    height: "120px",
    overflow: "visible",
    borderBottom: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
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
});
