import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef } from "react";
import { isRunning } from "../../domain/outcome.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { deriveDurationMs } from "../../domain/totals.ts";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { focusOnce } from "../../ui/focusOnce.ts";
import { useTimeText } from "../../ui/timeText.ts";
import type { TermId } from "../glossary/glossary.ts";
import { Meaning } from "../glossary/Meaning.tsx";
import { ProgressBar } from "../ProgressBar.tsx";
import { progressText } from "../progressText.ts";
import { StateBadge } from "../StateBadge.tsx";
import { tokenName, tokenPlace } from "../tokenName.ts";
import { ExactTime } from "./ExactTime.tsx";

interface DetailsHeadProps {
  readonly revocation: Revocation;
  readonly headingId: string;
  /** Epoch ms. */
  readonly now: number;
  /** On a page that is wide enough for both, the list is beside it. */
  readonly isBesideList?: boolean;
  /** What stands beside the name, as the button that closes. */
  readonly children?: ReactNode;
}

/** Whose revocation it is, how it stands and how far it is. Takes the focus when it appears. */
export function DetailsHead({ revocation, headingId, now, isBesideList, children }: DetailsHeadProps) {
  const { vppToken, result, outcome, progress } = revocation;
  const text = useText();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusOnce(heading.current), []);
  const place = tokenPlace(vppToken).join(" · ");
  return (
    <header className={styles.root}>
      <div className={styles.top}>
        <h2
          id={headingId}
          ref={heading}
          tabIndex={-1}
          className={mergeClasses(styles.name, isBesideList && styles.cut)}
          title={tokenName(vppToken)}
        >
          <BidiText text={tokenName(vppToken)} overflow="wrap" />
        </h2>
        {children}
      </div>
      {place !== "" && (
        <span className={mergeClasses(styles.place, isBesideList && styles.cut)} title={place}>
          <BidiText text={place} overflow="wrap" />
        </span>
      )}
      <div className={styles.state}>
        <span className={styles.badge}>
          <StateBadge outcome={outcome} actionState={result.actionState} />
          <Meaning id={`state-${outcome}`} />
        </span>
        <span>{progressText(progress, text)}</span>
      </div>
      <ProgressBar progress={progress} />
      <dl className={styles.times}>
        <Fact term={text("details.started")} id="number-started">
          <ExactTime instant={result.startedAt} now={now} precision="minute" />
        </Fact>
        <Duration revocation={revocation} now={now} />
        <Fact term={text("details.updated")} id="number-updated">
          <ExactTime instant={result.lastUpdatedAt} now={now} precision="minute" />
        </Fact>
      </dl>
    </header>
  );
}

function Duration({ revocation, now }: Pick<DetailsHeadProps, "revocation" | "now">) {
  const text = useText();
  const { span } = useTimeText();
  const durationMs = deriveDurationMs(revocation, now);
  if (durationMs === null) return null;
  return (
    <Fact
      term={text(isRunning(revocation.outcome) ? "details.runningFor" : "details.ranFor")}
      id="number-duration"
    >
      {span(durationMs)}
    </Fact>
  );
}

interface FactProps {
  readonly term: string;
  /** What it means. */
  readonly id: TermId;
  readonly children: ReactNode;
}

function Fact({ term, id, children }: FactProps) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>
        {term}
        <Meaning id={id} />
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** Whatever a tenant has written, what became of the run stays in sight; all of it is in the raw answer below. */
const threeLines = {
  display: "-webkit-box",
  WebkitBoxOrient: "vertical",
  WebkitLineClamp: "3",
  overflow: "hidden",
} as const;

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  top: { display: "flex", justifyContent: "space-between", alignItems: "flex-start", columnGap: "8px" },
  name: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusMedium,
    // What sticks to the top of a narrow page must not cover the name that takes the focus.
    "@media (max-width: 1023.98px)": { scrollMarginTop: "calc(var(--table-top, 0px) + 8px)" },
    ":focus": { outline: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  place: { color: tokens.colorNeutralForeground2 },
  cut: { "@media (min-width: 1024px)": threeLines },
  state: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    fontVariantNumeric: "tabular-nums",
    "& > *": { minWidth: 0, overflowWrap: "anywhere" },
  },
  badge: { display: "inline-flex", alignItems: "center" },
  times: { margin: 0, display: "grid", rowGap: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase200 },
  fact: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  term: { color: tokens.colorNeutralForeground2, minWidth: "8.5em" },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});
