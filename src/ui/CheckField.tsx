import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";

interface CheckFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly isChecked: boolean;
  /** It stays reachable, so that whoever meets it can read why. */
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** A native box with its label and, below, what it means. */
export function CheckField({ label, help, isChecked, isDisabled = false, onChange }: CheckFieldProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.root}>
      <label className={mergeClasses(styles.label, isDisabled && styles.disabled)}>
        <input
          type="checkbox"
          className={styles.box}
          aria-describedby={help === undefined ? undefined : id}
          aria-disabled={isDisabled}
          checked={isChecked}
          onChange={({ currentTarget }) => {
            if (!isDisabled) onChange(currentTarget.checked);
          }}
        />
        {label}
      </label>
      {help !== undefined && (
        <p id={id} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: "grid", maxWidth: "72ch" },
  label: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    justifySelf: "start",
    minHeight: "24px",
    cursor: "pointer",
  },
  disabled: { color: tokens.colorNeutralForeground3, cursor: "default" },
  box: {
    width: "16px",
    height: "16px",
    margin: 0,
    alignSelf: "center",
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: "inherit",
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  help: {
    margin: 0,
    paddingInlineStart: `calc(16px + ${tokens.spacingHorizontalS})`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
