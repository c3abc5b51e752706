import { makeStyles, tokens } from "@fluentui/react-components";
import { useIntl } from "react-intl";
import { BidiText } from "../../ui/BidiText.tsx";

export interface CheckChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** How many revocations the choice shows. */
  readonly count?: number;
}

interface CheckListProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly CheckChoice<Value>[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any of a few, each with what it would show beside it. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  const { label, choices, chosen, onChange } = props;
  const styles = useCheckStyles();
  const intl = useIntl();
  return (
    <fieldset aria-label={label} className={styles.list}>
      {choices.map(({ value, label: name, count }) => (
        <label key={value} className={styles.choice}>
          <input
            type="checkbox"
            className={styles.box}
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <BidiText text={name} overflow="wrap" className={styles.name} />
          {count !== undefined && <span className={styles.count}>{intl.formatNumber(count)}</span>}
        </label>
      ))}
    </fieldset>
  );
}

export const useCheckStyles = makeStyles({
  list: { display: "grid", margin: 0, padding: 0, border: "none", minWidth: 0 },
  choice: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "32px",
    paddingInline: tokens.spacingHorizontalXS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":hover > *": { color: "inherit" },
  },
  box: {
    flexShrink: 0,
    width: "16px",
    height: "16px",
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  name: { flexGrow: 1, minWidth: 0 },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
});
