import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { EndedOutcome } from "../../monitor/history/overview.ts";

const ink = (colour: string) => ({
  stroke: colour,
  "@media (forced-colors: active)": { stroke: "CanvasText" },
});

/** Empty, dotted, hatched and filled: told apart without colour. */
export const usePileStyles = makeStyles({
  outline: { strokeWidth: "1px", fill: tokens.colorNeutralBackground1 },
  done: ink(tokens.colorStatusSuccessForeground1),
  canceled: ink(tokens.colorNeutralForeground2),
  doneWithFailures: ink(tokens.colorStatusWarningForeground1),
  failed: ink(tokens.colorPaletteRedForeground1),
  filled: {
    fill: tokens.colorPaletteRedForeground1,
    "@media (forced-colors: active)": { fill: "CanvasText" },
  },
  watched: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "3px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
});

interface PieceProps {
  readonly outcome: EndedOutcome;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the picture's `PilePatterns`. */
  readonly patterns: string;
}

/** A part of a pile, or its sample in the legend. */
export function Piece({ outcome, patterns, ...place }: PieceProps) {
  const styles = usePileStyles();
  const edge = mergeClasses(styles.outline, styles[outcome], outcome === "failed" && styles.filled);
  const hasPattern = outcome === "canceled" || outcome === "doneWithFailures";
  return (
    <>
      <rect {...place} className={edge} />
      {hasPattern && <rect {...place} fill={`url(#${patterns}-${outcome})`} />}
    </>
  );
}

export function PilePatterns({ id }: { readonly id: string }) {
  const styles = usePileStyles();
  return (
    <defs>
      <pattern id={`${id}-doneWithFailures`} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" className={styles.doneWithFailures} />
      </pattern>
      <pattern id={`${id}-canceled`} width="5" height="5" patternUnits="userSpaceOnUse">
        <path d="M2 2h1v1h-1z" className={styles.canceled} />
      </pattern>
    </defs>
  );
}
