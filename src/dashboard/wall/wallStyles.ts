import { makeStyles, tokens } from "@fluentui/react-components";

/**
 * Lengths of the wall are multiples of `--wall-unit`, which grows with the screen, whichever of its sides is short: at
 * 1920 × 1080 it is 19.2 px, and letters of four units can be read from four metres on a 55-inch screen. Each has a
 * least size, for whoever opens the wall in a small window or zooms in.
 */
export const useWallStyles = makeStyles({
  root: {
    "--wall-unit": "min(1vw, 1.778vh)",
    flexGrow: 1,
    boxSizing: "border-box",
    minWidth: 0,
    padding:
      "max(12px, 1.4 * var(--wall-unit)) max(12px, 2 * var(--wall-unit)) max(8px, 0.8 * var(--wall-unit))",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: tokens.fontFamilyBase,
  },
  head: {
    display: "flex",
    alignItems: "flex-start",
    "@media (max-width: 767.98px)": { flexWrap: "wrap" },
    justifyContent: "space-between",
    columnGap: "max(16px, 2 * var(--wall-unit))",
  },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: "max(24px, 3.6 * var(--wall-unit))",
    lineHeight: 1.15,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: "balance",
  },
  leave: {
    margin: 0,
    fontSize: "max(12px, 0.9 * var(--wall-unit))",
    lineHeight: 1.3,
    color: tokens.colorNeutralForeground2,
  },
});
