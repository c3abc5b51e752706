import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useTimeText } from "../ui/timeText.ts";

/** What the bound on requests changes about the watch, and what the last read left out. */
export function PaceNotes({ watch }: { readonly watch: RevocationWatch }) {
  const { plan, unreadTokens, goneTokens, listedTokens } = watch;
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
      {goneTokens > 0 && <span className={styles.note}>{text("meter.gone", { count: goneTokens })}</span>}
      {listedTokens > 0 && (
        <span className={styles.note}>{text("meter.listed", { count: listedTokens })}</span>
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
