import { makeStyles, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { useNow } from "../../monitor/clock.tsx";

/** The time of day, so that whoever passes by sees at once whether the screen is alive. */
export function WallClock() {
  const styles = useStyles();
  const intl = useIntl();
  const now = useNow();
  return (
    <div className={styles.clock}>
      <time className={styles.time} dateTime={new Date(now).toISOString()}>
        {intl.formatDate(now, { hour: "numeric", minute: "2-digit", second: "2-digit" })}
      </time>
      <span className={styles.date}>
        {intl.formatDate(now, { weekday: "long", day: "numeric", month: "long" })}
      </span>
    </div>
  );
}

const useStyles = makeStyles({
  clock: {
    display: "grid",
    justifyItems: "end",
    "@media (max-width: 767.98px)": { justifyItems: "start" },
    flexShrink: 0,
    fontVariantNumeric: "tabular-nums",
  },
  time: {
    fontSize: "max(22px, 3 * var(--wall-unit))",
    lineHeight: 1.1,
    fontWeight: tokens.fontWeightSemibold,
  },
  date: {
    fontSize: "max(13px, 1.4 * var(--wall-unit))",
    lineHeight: 1.3,
    color: tokens.colorNeutralForeground2,
  },
});
