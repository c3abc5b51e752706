import type { Timeline, TimelinePoint } from "../../monitor/history/timeline.ts";

/** Size of the drawing in its own units, which stretch to whatever room there is. */
export const drawing = { width: 480, height: 120 } as const;

/** Where the drawing's edges lie. `highest`: the count at its top; at least 1. */
export interface DrawingScale {
  readonly from: number;
  readonly to: number;
  readonly highest: number;
}

export function scaleOf({ from, to, points }: Timeline): DrawingScale {
  const highest = points.reduce(
    (most, { attempted, failed }) => Math.max(most, attempted ?? 0, failed ?? 0),
    1,
  );
  return { from, to, highest };
}

/** Epoch ms to the drawing's units. */
export function xOf(at: number, { from, to }: DrawingScale): number {
  return to > from ? rounded(((at - from) / (to - from)) * drawing.width) : 0;
}

/**
 * An SVG path of steps: a count holds from when it was seen until the next one was. Where none was reported, the line
 * breaks. Of several within half a unit only the last is drawn, so that a run of days stays a small path.
 */
export function stepsOf(
  points: readonly TimelinePoint[],
  count: "attempted" | "failed",
  scale: DrawingScale,
): string {
  const drawn = points.map((point) => ({ x: xOf(point.at, scale), value: point[count] }));
  let path = "";
  let isDown = false;
  for (const [index, { x, value }] of drawn.entries()) {
    if (drawn[index + 1]?.x === x) continue;
    if (isDown) path += `H${x}`;
    if (value !== null) path += `${isDown ? "V" : `M${x} `}${yOf(value, scale)}`;
    isDown = value !== null;
  }
  return isDown ? `${path}H${drawing.width}` : path;
}

function yOf(count: number, { highest }: DrawingScale): number {
  return rounded(drawing.height * (1 - Math.max(count, 0) / highest));
}

function rounded(value: number): number {
  return Math.round(value * 2) / 2;
}
