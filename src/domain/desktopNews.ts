import { addToBurst, type Burst, emptyBurst } from "./burst.ts";
import type { RevocationEvent } from "./revocationEvents.ts";

/** What stands on the desktop, and what waits for the end of quiet hours. */
export interface DesktopNews {
  readonly shown: Burst;
  /** When `shown` last grew, in epoch ms. */
  readonly shownAt: number;
  readonly held: Burst;
}

export const noDesktopNews: DesktopNews = { shown: emptyBurst, shownAt: 0, held: emptyBurst };

interface Situation {
  /** Switched on and permitted. */
  readonly isOn: boolean;
  /** Another tab speaks for the group; this one holds the news of quiet hours too, in case it has to. */
  readonly isSpokenFor?: boolean;
  /** The person has the page before them. */
  readonly isLookedAt: boolean;
  readonly isQuiet: boolean;
  /** Epoch ms. */
  readonly now: number;
}

interface DesktopDecision {
  readonly next: DesktopNews;
  readonly notice: Burst | null;
  /** It says again what stands there, and more; absent: the person is alerted anew. */
  readonly isContinued?: boolean;
}

/** What follows within this time joins the notice that stands. */
const burstMs = 2 * 60_000;

/**
 * What to show on the desktop for these events, in the place of what stood there; `null`: nothing. Whoever looks at the
 * page is told there. What happens in quiet hours is told in one notice when they are over.
 */
export function decideDesktopNews(
  { shown, shownAt, held }: DesktopNews,
  events: readonly RevocationEvent[],
  { isOn, isSpokenFor = false, isLookedAt, isQuiet, now }: Situation,
): DesktopDecision {
  if (!isOn || isLookedAt) return { next: noDesktopNews, notice: null };
  const due = addToBurst(held, events);
  if (isQuiet) return { next: { shown: emptyBurst, shownAt: 0, held: due }, notice: null };
  if (isSpokenFor) return { next: noDesktopNews, notice: null };
  if (due.size === 0) return { next: { shown, shownAt, held }, notice: null };
  const isSameBurst = held.size === 0 && Math.abs(now - shownAt) <= burstMs;
  const notice = isSameBurst ? addToBurst(shown, events) : due;
  return { next: { shown: notice, shownAt: now, held: emptyBurst }, notice, isContinued: isSameBurst };
}
