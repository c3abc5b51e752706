import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useTimeText } from "../ui/timeText.ts";

/** What the bound on requests changes about the watch, and what the last read left out. */
export function PaceNotes({ plan, unreadTokens }: Pick<RevocationWatch, "plan" | "unreadTokens">) {
  const styles = useStyles();
  const text = useText();
  const { span } = useTimeText();
  const [interval, configured] = [span(plan.boundMs), span(plan.configuredMs)];
  return (
    <>
      {plan.reads === "allInstead" && <span className={styles.note}>{text("meter.readsAll")}</span>}
      {plan.boundMs > plan.configuredMs && (
        <span className={styles.note}>{text("meter.longerInterval", { interval, configured })}</span>
      )}
      {unreadTokens > 0 && (
        <span className={styles.note}>{text("meter.unread", { count: unreadTokens })}</span>
      )}
    </>
  );
}

const useStyles = makeStyles({
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
