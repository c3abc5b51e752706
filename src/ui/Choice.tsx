import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  select: {
    height: "32px",
    minWidth: 0,
    maxWidth: "100%",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    cursor: "pointer",
    textOverflow: "ellipsis",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
});

interface ChoiceProps {
  /** Accessible name; no label is drawn, so the options have to speak for themselves. */
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** `<option>` elements. */
  readonly children: ReactNode;
}

/** One of a few, by the browser's own list: it works on every screen and with every aid, and costs nothing to load. */
export function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const styles = useStyles();
  return (
    <select
      className={styles.select}
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {children}
    </select>
  );
}
