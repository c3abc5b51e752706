import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { runningColors } from "./runningColors.ts";

/** Each tone has a texture of its own, so that the parts can be told apart without colour. */
export type BarTone = "good" | "bad" | "running" | "unknown";

const stripes = (colour: string, gap: string) =>
  `repeating-linear-gradient(135deg, ${colour} 0 3px, ${gap} 3px 6px)`;

const useStyles = makeStyles({
  track: {
    display: "flex",
    gap: "2px",
    height: "8px",
    width: "100%",
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    forcedColorAdjust: "none",
  },
  part: { minWidth: "4px", height: "100%", boxSizing: "border-box" },
  good: {
    backgroundColor: tokens.colorStatusSuccessForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  bad: {
    backgroundImage: stripes(tokens.colorPaletteRedForeground1, tokens.colorNeutralBackground1),
    outline: `1px solid ${tokens.colorPaletteRedForeground1}`,
    outlineOffset: "-1px",
    "@media (forced-colors: active)": {
      backgroundImage: stripes("CanvasText", "Canvas"),
      outlineColor: "CanvasText",
    },
  },
  running: {
    backgroundColor: runningColors.background,
    outline: `1px solid ${runningColors.stroke}`,
    outlineOffset: "-1px",
    backgroundImage: `radial-gradient(circle at 4px 50%, ${runningColors.stroke} 1.5px, transparent 1.75px)`,
    backgroundSize: "8px 100%",
    "@media (forced-colors: active)": {
      backgroundColor: "Canvas",
      backgroundImage: "radial-gradient(circle at 4px 50%, CanvasText 1.5px, transparent 1.75px)",
      outlineColor: "CanvasText",
    },
  },
  unknown: {
    outline: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    outlineOffset: "-1px",
    "@media (forced-colors: active)": { outlineColor: "CanvasText" },
  },
});

interface BarPart {
  readonly tone: BarTone;
  /** Its share of the bar, relative to the other parts. Parts of size 0 are not drawn. */
  readonly size: number;
}

interface SplitBarProps {
  readonly label: string;
  /** Says all that the bar shows. */
  readonly valueText: string;
  readonly parts: readonly BarPart[];
  /** Only where a share of the whole is known; without it the bar is indeterminate and stands still. */
  readonly value?: { readonly now: number; readonly max: number } | undefined;
}

export function SplitBar({ label, valueText, parts, value }: SplitBarProps) {
  const styles = useStyles();
  const range = value && { "aria-valuenow": value.now, "aria-valuemin": 0, "aria-valuemax": value.max };
  return (
    <div role="progressbar" aria-label={label} aria-valuetext={valueText} {...range} className={styles.track}>
      {parts
        .filter(({ size }) => size > 0)
        .map(({ tone, size }) => (
          <span
            key={tone}
            className={mergeClasses(styles.part, styles[tone])}
            style={{ flexGrow: size, flexBasis: 0 }}
          />
        ))}
    </div>
  );
}
