import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { useText } from "../../i18n/useText.ts";
import { type NamesChoice, namesChoices } from "./naming.ts";

interface NamesFieldProps {
  readonly names: NamesChoice;
  readonly onChange: (names: NamesChoice) => void;
}

export function NamesField({ names, onChange }: NamesFieldProps) {
  const styles = useStyles();
  const text = useText();
  const group = useId();
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{text("export.names")}</legend>
      {namesChoices.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input
            type="radio"
            name={group}
            className={styles.radio}
            checked={choice === names}
            onChange={() => onChange(choice)}
          />
          {text(`export.names.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    border: "none",
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  choice: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: "2px",
    cursor: "pointer",
  },
  radio: {
    flexShrink: 0,
    margin: "2px 0 0",
    width: "16px",
    height: "16px",
    accentColor: tokens.colorCompoundBrandBackground,
  },
});
