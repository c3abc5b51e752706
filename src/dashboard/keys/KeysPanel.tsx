import { makeStyles, tokens } from "@fluentui/react-components";
import { type Ref, useId } from "react";
import { type MessageId, useText } from "../../i18n/useText.ts";
import { CheckField } from "../../ui/CheckField.tsx";

interface KeysPanelProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly hasSingleKeys: boolean;
  readonly onSingleKeysChange: (hasSingleKeys: boolean) => void;
}

const keys = [
  { caps: ["/"], does: "keys.search" },
  { caps: ["↓"], does: "keys.toRows" },
  { caps: ["↑", "↓"], does: "keys.arrows" },
  { caps: ["Page Up", "Page Down"], does: "keys.pages" },
  { caps: ["Home", "End"], does: "keys.ends" },
  { caps: ["Enter"], does: "keys.open" },
  { caps: ["F1"], does: "keys.meaning" },
  { caps: ["Esc"], does: "keys.close" },
  { caps: ["?"], does: "keys.help" },
] as const satisfies readonly { readonly caps: readonly string[]; readonly does: MessageId }[];

/** Every key there is. Those that are single characters can be switched off: speech and slips of the hand press them. */
export function KeysPanel({ heading, hasSingleKeys, onSingleKeysChange }: KeysPanelProps) {
  const styles = useStyles();
  const text = useText();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles.heading}>
        {text("keys.title")}
      </h3>
      <dl className={styles.list}>
        {keys.map(({ caps, does }) => (
          <div key={does} className={styles.line}>
            <dt className={styles.caps}>
              {caps.map((cap) => (
                <kbd key={cap} className={styles.cap}>
                  {cap}
                </kbd>
              ))}
            </dt>
            <dd className={styles.does}>{text(does)}</dd>
          </div>
        ))}
      </dl>
      <CheckField
        label={text("keys.single")}
        help={text("keys.singleHelp")}
        isChecked={hasSingleKeys}
        onChange={onSingleKeysChange}
      />
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outline: "none" },
  },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 320px), 1fr))",
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    maxWidth: "1040px",
  },
  line: { display: "grid", gridTemplateColumns: "132px minmax(0, 1fr)", alignItems: "baseline" },
  caps: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  cap: {
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
  does: { margin: 0 },
});
