// biome-ignore-all lint/a11y/useSemanticElements: `tr` and `td` cannot share the height of a screen among them without losing their roles
// biome-ignore-all lint/a11y/useFocusableInteractive: nobody is at a wall, and nothing in its rows can be pressed
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { epochMsOf } from "../../domain/received.ts";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { BidiText } from "../../ui/BidiText.tsx";
import { runningColors } from "../../ui/runningColors.ts";
import { useTimeText } from "../../ui/timeText.ts";
import { ProgressBar } from "../ProgressBar.tsx";
import { progressText } from "../progressText.ts";
import { reasonText } from "../reasonText.ts";
import { useRowMarks } from "../rowMarks.tsx";
import { stateIcons, stateText, stateTones } from "../StateBadge.tsx";
import { publicNames } from "./publicName.ts";

interface WallRowProps {
  readonly revocation: Revocation;
  /** Place in the whole list, from 1; the header is not counted. */
  readonly position: number;
  /** Epoch ms. */
  readonly now: number;
}

/** One revocation in letters for across the room: whose, how it stands, how far it is, and why. */
export function WallRow({ revocation, position, now }: WallRowProps) {
  const styles = useStyles();
  const text = useText();
  const { vppToken, result, outcome, progress } = revocation;
  const Icon = stateIcons[outcome];
  const { name, place } = publicNames(vppToken);
  return (
    <div role="row" aria-rowindex={position + 1} className={styles.row}>
      <span role="cell" className={mergeClasses(styles.state, styles[stateTones[outcome]])}>
        <Icon aria-hidden className={styles.icon} />
        <BidiText text={stateText(outcome, result.actionState, text)} overflow="wrap" />
      </span>
      <span role="cell" className={styles.token}>
        <BidiText text={name} overflow="wrap" className={mergeClasses(styles.lines, styles.name)} />
        <BidiText text={place} overflow="wrap" className={mergeClasses(styles.lines, styles.second)} />
      </span>
      <span role="cell" className={styles.licences}>
        <span className={styles.numbers}>{progressText(progress, text)}</span>
        <ProgressBar progress={progress} />
      </span>
      <span role="cell" className={styles.why}>
        <Why revocation={revocation} now={now} />
        <span className={styles.second}>
          <StartedText at={epochMsOf(result.startedAt)} now={now} />
        </span>
      </span>
    </div>
  );
}

function Why({ revocation, now }: Pick<WallRowProps, "revocation" | "now">) {
  const text = useText();
  const { span } = useTimeText();
  const { marksOf, unchangedMinutes } = useRowMarks();
  const isUnchanged = marksOf(revocation, now).includes("unchanged");
  const words = [
    isUnchanged ? text("history.mark.unchanged", { time: span(unchangedMinutes * 60_000) }) : null,
    reasonText(revocation, text),
  ];
  return <BidiText text={words.filter((part) => part !== null).join(" · ")} overflow="wrap" />;
}

function StartedText({ at, now }: { readonly at: number | null; readonly now: number }) {
  const text = useText();
  const intl = useIntl();
  const { relative } = useTimeText();
  if (at === null) return null;
  const distance = relative(Math.min(at, now), now);
  return (
    <time dateTime={new Date(at).toISOString()}>
      {text("wall.started", {
        ago: distance,
        time: intl.formatDate(at, { hour: "numeric", minute: "2-digit" }),
      })}
    </time>
  );
}

const stacked = "@media (max-width: 767.98px)";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "19fr 29fr 31fr 21fr",
    columnGap: "max(10px, 1.4 * var(--wall-unit))",
    alignItems: "center",
    minWidth: 0,
    minHeight: 0,
    overflow: "hidden",
    padding: `max(6px, 0.4 * var(--wall-unit)) 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: "tabular-nums",
    "& > *": { minWidth: 0 },
    [stacked]: { gridTemplateColumns: "minmax(0, 1fr)", rowGap: "4px", overflow: "visible" },
  },
  state: {
    display: "flex",
    alignItems: "center",
    columnGap: "max(6px, 0.6 * var(--wall-unit))",
    fontSize: "max(15px, 1.6 * var(--wall-unit))",
    lineHeight: 1.15,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { fontSize: "max(22px, 3 * var(--wall-unit))", flexShrink: 0 },
  neutral: { "& svg": { color: tokens.colorNeutralForeground1 } },
  running: { "& svg": { color: runningColors.mark } },
  good: { "& svg": { color: tokens.colorStatusSuccessForeground1 } },
  partial: { "& svg": { color: tokens.colorStatusWarningForeground1 } },
  bad: { "& svg": { color: tokens.colorStatusDangerForeground1 } },
  token: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)" },
  // Nobody can point at a wall to read the rest. What is longer than this is no name of a person's making.
  lines: { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: 3, overflow: "hidden" },
  name: {
    fontSize: "max(18px, 2.4 * var(--wall-unit))",
    lineHeight: 1.1,
    fontWeight: tokens.fontWeightSemibold,
  },
  second: {
    fontSize: "max(13px, 1.3 * var(--wall-unit))",
    lineHeight: 1.3,
    color: tokens.colorNeutralForeground2,
  },
  licences: {
    display: "grid",
    rowGap: "max(4px, 0.5 * var(--wall-unit))",
    "& [role=progressbar]": { height: "max(10px, 1.1 * var(--wall-unit))" },
  },
  numbers: { fontSize: "max(14px, 1.5 * var(--wall-unit))", lineHeight: 1.2 },
  why: { display: "grid", fontSize: "max(14px, 1.5 * var(--wall-unit))", lineHeight: 1.2 },
});
