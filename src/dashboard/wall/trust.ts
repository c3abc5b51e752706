import { makeStyles, tokens } from "@fluentui/react-components";
import type { RevocationWatch } from "../../monitor/revocationWatch.ts";

/** How far what hangs there can be trusted, in steps that differ from across a room. */
export type Trust = "trusted" | "doubtful" | "old" | "cutOff" | "needsPerson";

const trustByHealth = {
  starting: "trusted",
  live: "trusted",
  paused: "trusted",
  late: "doubtful",
  failing: "doubtful",
  throttled: "doubtful",
  stale: "old",
  offline: "cutOff",
  signInNeeded: "needsPerson",
  denied: "needsPerson",
} as const satisfies Record<RevocationWatch["health"], Trust>;

export function trustOf(health: RevocationWatch["health"]): Trust {
  return trustByHealth[health];
}

const edge = "max(3px, 0.35 * var(--wall-unit))";
const stripes = (colour: string) =>
  `repeating-linear-gradient(135deg, ${colour} 0 max(4px, 0.5 * var(--wall-unit)), transparent 0 max(12px, 1.4 * var(--wall-unit)))`;

/** Outlined, dashed, striped, filled, filled within a second outline: told apart in black and white as well. */
export const useTrustStyles = makeStyles({
  trusted: { color: tokens.colorNeutralForeground2 },
  doubtful: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${edge} dashed ${tokens.colorStatusWarningForeground1}`,
  },
  old: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${edge} solid ${tokens.colorStatusDangerForeground1}`,
    "::before": {
      content: "''",
      alignSelf: "stretch",
      width: "max(24px, 4 * var(--wall-unit))",
      backgroundImage: stripes(tokens.colorStatusDangerForeground1),
      "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundImage: stripes("CanvasText") },
    },
  },
  cutOff: {
    color: tokens.colorNeutralBackground1,
    backgroundColor: tokens.colorNeutralForeground1,
    border: `${edge} solid ${tokens.colorNeutralForeground1}`,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": {
      color: "Canvas",
      backgroundColor: "CanvasText",
      border: `${edge} solid CanvasText`,
    },
  },
  needsPerson: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `${edge} double ${tokens.colorNeutralForegroundOnBrand}`,
    outline: `${edge} solid ${tokens.colorBrandBackground}`,
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": {
      color: "Canvas",
      backgroundColor: "CanvasText",
      border: `${edge} double Canvas`,
      outlineColor: "CanvasText",
    },
  },
});
