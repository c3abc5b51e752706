import { makeStyles, tokens } from "@fluentui/react-components";
import { useText } from "../i18n/useText.ts";

interface SkipLinkProps {
  readonly onSkip: () => void;
}

/** The first stop of Tab, seen only while it has the focus. A button, so that it leaves no trace in the address. */
export function SkipLink({ onSkip }: SkipLinkProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <button type="button" className={styles.link} onClick={onSkip}>
      {text("app.skip")}
    </button>
  );
}

const useStyles = makeStyles({
  link: {
    position: "absolute",
    zIndex: 4,
    top: tokens.spacingVerticalXS,
    insetInlineStart: tokens.spacingHorizontalL,
    minHeight: "36px",
    maxWidth: "calc(100% - 32px)",
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    ":not(:focus)": { clipPath: "inset(50%)", pointerEvents: "none" },
  },
});
