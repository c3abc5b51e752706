import { makeStyles, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import type { Ref } from "react";
import { useText } from "../i18n/useText.ts";

interface SearchFieldProps {
  readonly field?: Ref<HTMLInputElement>;
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

/** A native field: Fluent's Input would cost 3 kB before the first row. */
export function SearchField({ field, q, onSearch }: SearchFieldProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.field}>
      <SearchRegular aria-hidden className={styles.icon} />
      <input
        ref={field}
        type="search"
        className={styles.input}
        aria-label={text("search.label")}
        placeholder={text("search.placeholder")}
        autoComplete="off"
        spellCheck={false}
        value={q}
        onChange={(event) => onSearch(event.target.value)}
      />
    </div>
  );
}

const useStyles = makeStyles({
  field: {
    position: "relative",
    flexGrow: 1,
    flexBasis: "240px",
    maxWidth: "420px",
    minWidth: 0,
  },
  icon: {
    position: "absolute",
    top: "8px",
    insetInlineStart: tokens.spacingHorizontalS,
    fontSize: "20px",
    color: tokens.colorNeutralForeground3,
    pointerEvents: "none",
  },
  input: {
    width: "100%",
    height: "36px",
    boxSizing: "border-box",
    paddingBlock: 0,
    paddingInline: `36px ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textOverflow: "ellipsis",
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
  },
});
