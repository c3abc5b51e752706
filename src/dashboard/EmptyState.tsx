import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { useText } from "../i18n/useText.ts";

interface EmptyStateProps {
  readonly icon: FluentIcon;
  /** Left out where the page's first sentence says it already. */
  readonly title?: string;
  readonly help: string;
  /** Clears what hides everything. */
  readonly onClear?: () => void;
}

export function EmptyState({ icon: Icon, title, help, onClear }: EmptyStateProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.state}>
      <Icon aria-hidden className={styles.icon} />
      {title !== undefined && <h3 className={styles.title}>{title}</h3>}
      <p className={styles.help}>{help}</p>
      {onClear && (
        <Button appearance="primary" onClick={onClear}>
          {text("empty.clear")}
        </Button>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  state: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
  },
  icon: { fontSize: "40px", color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  help: {
    margin: 0,
    maxWidth: "60ch",
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase300,
  },
});
