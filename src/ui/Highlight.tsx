import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { runningColors } from "./runningColors.ts";

/** Opacity is what a browser can animate without painting the page again for every frame. */
const useStyles = makeStyles({
  host: { display: "inline-block", position: "relative", zIndex: 0, maxWidth: "100%" },
  changed: {
    "::before": {
      content: "''",
      position: "absolute",
      inset: 0,
      zIndex: -1,
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: runningColors.background,
      opacity: 0,
      animationDuration: "1.6s",
      animationTimingFunction: "ease-out",
      animationName: { from: { opacity: 1 }, to: { opacity: 0 } },
      "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
    },
  },
});

interface HighlightProps {
  /** Whose value it is: another one's is no change. */
  readonly of?: string;
  /** What to watch: a change of it, after the first rendering, is shown for a moment. */
  readonly value: string | number;
  readonly children: ReactNode;
}

export function Highlight({ of = "", value, children }: HighlightProps) {
  const styles = useStyles();
  const [seen, setSeen] = useState({ of, value, changes: 0 });
  if (seen.of !== of) setSeen({ of, value, changes: 0 });
  else if (seen.value !== value) setSeen({ of, value, changes: seen.changes + 1 });
  return (
    <span key={seen.changes} className={mergeClasses(styles.host, seen.changes > 0 && styles.changed)}>
      {children}
    </span>
  );
}
