import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";

const useStyles = makeStyles({
  changed: {
    borderRadius: tokens.borderRadiusSmall,
    animationDuration: "1.6s",
    animationTimingFunction: "ease-out",
    animationName: {
      from: { backgroundColor: tokens.colorBrandBackground2 },
      to: { backgroundColor: "transparent" },
    },
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
  },
});

interface HighlightProps {
  /** What to watch: a change of it, after the first rendering, is shown for a moment. */
  readonly value: string | number;
  readonly children: ReactNode;
}

export function Highlight({ value, children }: HighlightProps) {
  const styles = useStyles();
  const [seen, setSeen] = useState({ value, changes: 0 });
  if (seen.value !== value) setSeen({ value, changes: seen.changes + 1 });
  return (
    <span key={seen.changes} className={seen.changes > 0 ? styles.changed : undefined}>
      {children}
    </span>
  );
}
