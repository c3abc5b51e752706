import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useText } from "../i18n/useText.ts";
import { CopyButton } from "./CopyButton.tsx";

interface RawJsonProps {
  readonly value: unknown;
  /** Names the region for assistive technology. */
  readonly label: string;
  readonly copyLabel: string;
}

const shownLength = 20_000;

/** A value as indented JSON in a region that scrolls by keyboard; a long one is cut on screen, never when copied. */
export function RawJson({ value, label, copyLabel }: RawJsonProps) {
  const words = useText();
  const styles = useStyles();
  const json = useMemo(() => readableJson(value), [value]);
  return (
    <div className={styles.root}>
      <section
        className={styles.region}
        aria-label={label}
        dir="ltr"
        translate="no"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        tabIndex={0}
      >
        <pre className={styles.json}>{json.slice(0, shownLength)}</pre>
      </section>
      {json.length > shownLength && (
        <p className={styles.cut}>{words("raw.cut", { shown: shownLength, total: json.length })}</p>
      )}
      <CopyButton text={() => json} label={copyLabel} />
    </div>
  );
}

/** Characters that turn the direction of text around are written as escapes, which mean the same in JSON. */
export function readableJson(value: unknown): string {
  return indentedJson(value).replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Graph's answers are flat; what is nested too deeply to be written again must not take the page with it. */
function indentedJson(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2) ?? "null";
  } catch {
    return Array.isArray(value) ? "[…]" : "{…}";
  }
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  region: {
    maxHeight: "320px",
    overflow: "auto",
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  json: {
    margin: 0,
    padding: tokens.spacingHorizontalM,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cut: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});
