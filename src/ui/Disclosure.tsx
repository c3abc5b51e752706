import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId, useState } from "react";

interface DisclosureProps {
  readonly title: string;
  /** Of its heading; 3 unless it stands within a section of that level. */
  readonly level?: 3 | 4;
  /** Rendered only while open, so that what is costly to show costs nothing before. */
  readonly children: ReactNode;
}

/** A section under its heading that opens on demand. */
export function Disclosure({ title, level = 3, children }: DisclosureProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.root}>
      <Heading className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
          {title}
        </button>
      </Heading>
      {isOpen && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  button: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    minHeight: "40px",
    padding: `${tokens.spacingVerticalS} 0`,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    cursor: "pointer",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  body: { paddingBottom: tokens.spacingVerticalL },
});
