import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleHalfFillRegular } from "@fluentui/react-icons/svg/circle-half-fill";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { DismissCircleRegular } from "@fluentui/react-icons/svg/dismiss-circle";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ActionResult } from "../domain/actionResult.ts";
import type { RevocationOutcome } from "../domain/outcome.ts";
import { isUnrecognized } from "../domain/received.ts";
import { type FormatText, useText } from "../i18n/useText.ts";
import { BidiText } from "../ui/BidiText.tsx";
import { runningColors } from "../ui/runningColors.ts";
import { shortened } from "./shortened.ts";

export const stateIcons = {
  none: SubtractCircleRegular,
  pending: ClockRegular,
  active: CircleHalfFillRegular,
  done: CheckmarkCircleRegular,
  doneWithFailures: WarningRegular,
  failed: DismissCircleRegular,
  canceled: ProhibitedRegular,
  notSupported: SubtractCircleRegular,
  unrecognized: QuestionCircleRegular,
  notReported: QuestionCircleRegular,
} as const satisfies Record<RevocationOutcome, FluentIcon>;

export const stateTones = {
  none: "neutral",
  pending: "running",
  active: "running",
  done: "good",
  doneWithFailures: "partial",
  failed: "bad",
  canceled: "neutral",
  notSupported: "neutral",
  unrecognized: "neutral",
  notReported: "neutral",
} as const satisfies Record<RevocationOutcome, string>;

const useStyles = makeStyles({
  badge: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    maxWidth: "100%",
    boxSizing: "border-box",
    padding: `1px ${tokens.spacingHorizontalS} 1px 6px`,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid transparent`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  icon: { flexShrink: 0, fontSize: "16px" },
  neutral: { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}` },
  running: { backgroundColor: runningColors.background, color: runningColors.words },
  good: { "& svg": { color: tokens.colorStatusSuccessForeground1 } },
  partial: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
});

interface StateBadgeProps {
  readonly outcome: RevocationOutcome;
  readonly actionState: ActionResult["actionState"];
}

export function StateBadge({ outcome, actionState }: StateBadgeProps) {
  const styles = useStyles();
  const text = useText();
  const Icon = stateIcons[outcome];
  return (
    <span className={mergeClasses(styles.badge, styles[stateTones[outcome]])}>
      <Icon className={styles.icon} aria-hidden />
      <BidiText text={stateText(outcome, actionState, text)} overflow="wrap" />
    </span>
  );
}

/** The word on the badge; an unrecognized state is shown as Graph sent it, and marked. */
export function stateText(
  outcome: RevocationOutcome,
  actionState: ActionResult["actionState"],
  text: FormatText,
): string {
  return isUnrecognized(actionState)
    ? text("state.unrecognized", { raw: shortened(actionState.raw, 40) })
    : text(outcome === "unrecognized" ? "state.notReported" : `state.${outcome}`);
}
