import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { type FormatText, useText } from "../../i18n/useText.ts";
import { useNow } from "../../monitor/clock.tsx";
import type { RevocationWatch } from "../../monitor/revocationWatch.ts";
import { useTimeText } from "../../ui/timeText.ts";
import { healthIcons } from "../StatusLine.tsx";
import { trustOf, useTrustStyles } from "./trust.ts";

interface WallHealthProps {
  readonly watch: RevocationWatch;
  /** Something else on the screen says in larger letters what is wrong. */
  readonly isQuiet: boolean;
}

/**
 * How far the wall can be trusted. While all is well a quiet line; otherwise a band across the screen with the age of
 * the data in the largest letters. Icon, word, outline and pattern each tell the states apart without colour.
 */
export function WallHealth({ watch, isQuiet }: WallHealthProps) {
  const styles = useStyles();
  const trustStyles = useTrustStyles();
  const text = useText();
  const { health, problem } = watch;
  const trust = isQuiet ? "trusted" : trustOf(health);
  const Icon = healthIcons[health];
  const isCalm = trust === "trusted";
  return (
    <div
      role="status"
      aria-atomic="false"
      className={mergeClasses(styles.health, trustStyles[trust], isCalm ? styles.line : styles.band)}
    >
      <Icon aria-hidden className={styles.icon} />
      <strong className={styles.word}>{text(`status.${health}`)}</strong>
      <WallAge watch={watch} />
      {!isQuiet && problem !== null && problem.kind !== "signInNeeded" && (
        <span className={styles.problem}>{text(`problem.${problem.kind}`, { seconds: 0 })}</span>
      )}
    </div>
  );
}

/** Ticks in silence. */
function WallAge({ watch: { lastReadAt, health, snapshot } }: Pick<WallHealthProps, "watch">) {
  const text = useText();
  const intl = useIntl();
  const { relative, spokenRelative } = useTimeText();
  const now = useNow();
  if (lastReadAt === null) return <span aria-live="off">{unreadText(snapshot, text)}</span>;
  const at = Math.min(lastReadAt, now);
  return (
    <span aria-live="off">
      {health === "live"
        ? text("status.updated", { ago: relative(at, now) })
        : text("wall.dataFrom", {
            ago: spokenRelative(at, now),
            time: intl.formatDate(at, { hour: "numeric", minute: "2-digit" }),
          })}
    </span>
  );
}

function unreadText(snapshot: RevocationWatch["snapshot"], text: FormatText): string {
  return snapshot === null
    ? text("status.noAnswer")
    : text("status.tokensSoFar", { count: snapshot.tokens.length });
}

const useStyles = makeStyles({
  health: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "max(8px, 0.8 * var(--wall-unit))",
    boxSizing: "border-box",
    fontVariantNumeric: "tabular-nums",
  },
  line: { fontSize: "max(16px, 2.2 * var(--wall-unit))", lineHeight: 1.4 },
  band: {
    fontSize: "max(20px, 3.2 * var(--wall-unit))",
    lineHeight: 1.25,
    padding: `max(8px, 0.8 * var(--wall-unit)) max(10px, 1.2 * var(--wall-unit))`,
  },
  icon: { fontSize: "1.3em", flexShrink: 0 },
  word: { fontWeight: tokens.fontWeightBold },
  problem: { flexBasis: "100%", fontSize: "0.6em" },
});
