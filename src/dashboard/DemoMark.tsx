import { makeStyles, tokens } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import { useText } from "../i18n/useText.ts";

const useStyles = makeStyles({
  mark: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
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

/** Says in every view that nothing here is real; it cannot be closed. */
export function DemoMark({ scenario }: { readonly scenario: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <p className={styles.mark}>
      <BeakerRegular aria-hidden className={styles.icon} />
      <strong>{text("demo.mark")}</strong>
      <span>{text("demo.text", { scenario })}</span>
    </p>
  );
}
