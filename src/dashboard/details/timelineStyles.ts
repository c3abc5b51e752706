import { makeStyles, tokens } from "@fluentui/react-components";
import { runningColors } from "../../ui/runningColors.ts";

const systemInk = { "@media (forced-colors: active)": { stroke: "CanvasText" } } as const;

/** How the lines of the picture and of its legend look. */
export const useTimelineStyles = makeStyles({
  // The drawing is stretched to the room there is; its lines are not.
  line: { fill: "none", vectorEffect: "non-scaling-stroke" },
  attempted: { stroke: runningColors.stroke, strokeWidth: "2px", ...systemInk },
  failed: {
    stroke: tokens.colorPaletteRedForeground1,
    strokeWidth: "2px",
    strokeDasharray: "6 3",
    ...systemInk,
  },
  stateChange: {
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: "1.5px",
    strokeDasharray: "1.5 3",
    ...systemInk,
  },
  hatch: { fill: "none", stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px", ...systemInk },
});
