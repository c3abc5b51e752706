import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { InfoFilled } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { type ReactNode, useId } from "react";

export type NoticeIntent = "info" | "warning" | "error";

const icons = {
  info: InfoFilled,
  warning: WarningFilled,
  error: DismissCircleFilled,
} as const satisfies Record<NoticeIntent, FluentIcon>;

const useStyles = makeStyles({
  notice: {
    display: "grid",
    gridTemplateColumns: "20px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  icon: { fontSize: "20px", color: tokens.colorNeutralForeground2 },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  title: { margin: 0, fontSize: "inherit", lineHeight: "inherit", fontWeight: tokens.fontWeightSemibold },
  body: { display: "grid", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
});

interface NoticeProps {
  readonly intent: NoticeIntent;
  readonly title: string;
  /** What to do, and what to quote. */
  readonly children?: ReactNode;
}

export function Notice({ intent, title, children }: NoticeProps) {
  const styles = useStyles();
  const id = useId();
  const Icon = icons[intent];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      role="group"
      aria-labelledby={id}
      className={mergeClasses(styles.notice, intent !== "info" && styles[intent])}
    >
      <Icon aria-hidden className={mergeClasses(styles.icon, intent !== "info" && styles[`${intent}Icon`])} />
      <div className={styles.body}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {children}
      </div>
    </div>
  );
}
