import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { ArrowSyncCircleRegular } from "@fluentui/react-icons/svg/arrow-sync-circle";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { Verdict } from "../../domain/evidence.ts";
import type { FailureCause } from "../../domain/failureCause.ts";
import { useText } from "../../i18n/useText.ts";
import { verdictText } from "./evidenceWords.ts";
import type { When } from "./sentenceValues.ts";

const icons = {
  agrees: CheckmarkRegular,
  changedSince: ArrowSyncCircleRegular,
  contradicts: WarningRegular,
  cannotTell: QuestionCircleRegular,
} as const satisfies Record<Verdict, FluentIcon>;

interface VerdictMarkProps {
  readonly verdict: Verdict;
  readonly cause: FailureCause;
  readonly when: When;
}

/** A verdict as icon and words that need no legend. */
export function VerdictMark({ verdict, cause, when }: VerdictMarkProps) {
  const text = useText();
  const styles = useStyles();
  const Icon = icons[verdict];
  return (
    <span className={mergeClasses(styles.mark, styles[verdict])}>
      <Icon className={styles.icon} aria-hidden />
      <span className={styles.words}>{verdictText(verdict, cause, when, text)}</span>
    </span>
  );
}

const useStyles = makeStyles({
  mark: { display: "inline-flex", columnGap: tokens.spacingHorizontalXS, alignItems: "flex-start" },
  icon: { flexShrink: 0, fontSize: "16px", marginTop: "2px" },
  // The same words follow a value in a ticket's summary.
  words: { "::first-letter": { textTransform: "uppercase" } },
  agrees: { fontWeight: tokens.fontWeightSemibold },
  changedSince: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  contradicts: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  cannotTell: {},
});
