import { isUnreadable, type LicensesCount } from "../../domain/received.ts";
import type { FormatText } from "../../i18n/useText.ts";
import type { Observation } from "../../monitor/history/observation.ts";
import { stateText } from "../StateBadge.tsx";

export const timeFormat = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" } as const;

/** A count as it was reported; one that is no number as it was received. */
export function observedCountText(count: LicensesCount, text: FormatText): string {
  if (count === null) return text("value.notReported");
  return isUnreadable(count)
    ? text("details.numbers.asReceived", { raw: JSON.stringify(count.raw) })
    : text("value.number", { count });
}

export function observedStateText({ outcome, actionState }: Observation, text: FormatText): string {
  const isUnrecognized = outcome === "unrecognized" && actionState !== null;
  return stateText(outcome, isUnrecognized ? { kind: "unrecognized", raw: actionState } : null, text);
}
