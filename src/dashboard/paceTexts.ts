import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useTimeText } from "../ui/timeText.ts";

export type PacedWatch = Pick<
  RevocationWatch,
  "plan" | "health" | "unreadTokens" | "goneTokens" | "listedTokens"
>;

interface PaceTexts {
  /** Always as many; an empty one says nothing. */
  readonly lines: readonly string[];
  /** Those to speak of: an interval that changes at each read is only shown. */
  readonly spoken: readonly string[];
}

/** What the bound on requests changes about the watch, and what the last read left out; nothing while it is not watching. */
export function usePaceTexts({ plan, health, ...left }: PacedWatch): PaceTexts {
  const text = useText();
  const { span } = useTimeText();
  const isWatching = health === "live" || health === "late";
  const line = (isSo: boolean, words: () => string) => (isWatching && isSo ? words() : "");
  const [interval, configured] = [span(plan.boundMs), span(plan.configuredMs)];
  const spoken = [
    line(left.unreadTokens > 0, () => text("meter.unread", { count: left.unreadTokens })),
    line(left.goneTokens > 0, () => text("meter.gone", { count: left.goneTokens })),
    line(left.listedTokens > 0, () => text("meter.listed", { count: left.listedTokens })),
    line(plan.reads === "allInstead", () => text("meter.readsAll")),
  ];
  const longer = line(plan.boundMs > plan.configuredMs, () =>
    text("meter.longerInterval", { interval, configured }),
  );
  return { lines: [longer, ...spoken], spoken };
}
