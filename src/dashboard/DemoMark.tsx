import { makeStyles, tokens } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import type { ComponentType } from "react";
import { useText } from "../i18n/useText.ts";
import { Choice } from "../ui/Choice.tsx";

/** An emulated tenant: the scenario that is shown, and those that there are. */
export interface DemoTenant {
  readonly scenario: string;
  readonly scenarios: readonly string[];
  /** `DemoMark`, which comes with the demo: it is there from the first paint, and a real tenant loads none of it. */
  readonly Mark: ComponentType<DemoMarkProps>;
}

const useStyles = makeStyles({
  mark: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { fontSize: "16px" },
});

interface DemoMarkProps {
  readonly demo: DemoTenant;
  readonly onChoose: (scenario: string) => void;
}

/** Says in every view that nothing here is real; it cannot be closed. */
export function DemoMark({ demo: { scenario, scenarios }, onChoose }: DemoMarkProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.mark}>
      <BeakerRegular aria-hidden className={styles.icon} />
      <strong>{text("demo.mark")}</strong>
      <span>{text("demo.text")}</span>
      <Choice label={text("demo.scenario")} value={scenario} onChoose={onChoose}>
        {scenarios.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Choice>
    </div>
  );
}
