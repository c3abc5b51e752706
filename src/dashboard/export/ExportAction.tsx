import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useId } from "react";

interface ExportActionProps {
  readonly label: string;
  /** What it is good for. */
  readonly help: string;
  readonly icon: ReactElement;
  /** A button that waits keeps the focus, so it is never taken out of the order. */
  readonly isEnabled: boolean;
  readonly onPress: (document: Document) => void;
  /** Further choices or buttons below. */
  readonly children?: ReactNode;
}

export function ExportAction({ label, help, icon, isEnabled, onPress, children }: ExportActionProps) {
  const styles = useStyles();
  const helpId = useId();
  return (
    <div className={styles.root}>
      <Button
        className={styles.button}
        icon={icon}
        disabledFocusable={!isEnabled}
        aria-describedby={helpId}
        onClick={({ currentTarget }) => onPress(currentTarget.ownerDocument)}
      >
        {label}
      </Button>
      <span id={helpId} className={styles.help}>
        {help}
      </span>
      {children !== undefined && <div className={styles.below}>{children}</div>}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "128px minmax(0, 1fr)",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  button: { minWidth: 0, justifyContent: "flex-start", whiteSpace: "nowrap" },
  help: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  below: { gridColumn: "1 / -1" },
});
