import { useEffect } from "react";
import type { RevocationTotals } from "../../domain/totals.ts";
import { type MessageId, useText } from "../../i18n/useText.ts";

/** What the page's title and icon show of the tenant while the page itself is out of sight. */
export interface Activity {
  /** Stands before the title. */
  readonly words: string;
  readonly icon: "running" | "attention" | "both";
}

/** Tells the host what goes on; `null` when nothing runs and nothing needs attention, and when this is gone. */
export function useActivity(
  totals: RevocationTotals | null,
  onActivity: (activity: Activity | null) => void,
): void {
  const text = useText();
  const { byGroup, openFailures: attention = 0 } = totals ?? {};
  const running = byGroup?.running ?? 0;
  const icon =
    running > 0 && attention > 0 ? "both" : running > 0 ? "running" : attention > 0 ? "attention" : null;
  const words = icon === null ? "" : text(titles[icon], { running, attention });
  useEffect(() => onActivity(icon === null ? null : { words, icon }), [onActivity, icon, words]);
  useEffect(() => () => onActivity(null), [onActivity]);
}

const titles = {
  running: "told.title.running",
  attention: "told.title.attention",
  both: "told.title.both",
} as const satisfies Record<Activity["icon"], MessageId>;
