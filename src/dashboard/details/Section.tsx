import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0, "& p": { margin: 0 } },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});
