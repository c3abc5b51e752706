import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import { useText } from "../../i18n/useText.ts";
import { useTimelineStyles } from "./timelineStyles.ts";

interface TimelineLegendProps {
  readonly hasStateChanges: boolean;
  readonly hasGaps: boolean;
}

/** What each kind of line means; only of those that are drawn. */
export function TimelineLegend({ hasStateChanges, hasGaps }: TimelineLegendProps) {
  const styles = useStyles();
  const lines = useTimelineStyles();
  const text = useText();
  const hatch = useId();
  return (
    <ul className={styles.list}>
      <Entry name={text("details.numbers.attempted")}>
        <path d="M0 6H24" className={mergeClasses(lines.line, lines.attempted)} />
      </Entry>
      <Entry name={text("details.numbers.failed")}>
        <path d="M0 6H24" className={mergeClasses(lines.line, lines.failed)} />
      </Entry>
      {hasStateChanges && (
        <Entry name={text("details.timeline.stateChanged")}>
          <path d="M12 0V12" className={mergeClasses(lines.line, lines.stateChange)} />
        </Entry>
      )}
      {hasGaps && (
        <Entry name={text("details.timeline.unwatched")}>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
            <path d="M0 6L6 0" className={lines.hatch} />
          </pattern>
          <rect width="24" height="12" fill={`url(#${hatch})`} />
        </Entry>
      )}
    </ul>
  );
}

interface EntryProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Entry({ name, children }: EntryProps) {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <svg width="24" height="12" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});
