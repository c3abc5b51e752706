import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { addToBurst, type Burst, emptyBurst } from "../../domain/burst.ts";
import { decideDesktopNews, noDesktopNews } from "../../domain/desktopNews.ts";
import { lookForNews, type NewsWatch } from "../../domain/newsWatch.ts";
import { isQuiet } from "../../domain/quietHours.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RevocationEvent } from "../../domain/revocationEvents.ts";
import { useClock } from "../../monitor/clock.tsx";
import type { RevocationWatch } from "../../monitor/revocationWatch.ts";
import { useEveryMinute } from "../../monitor/useEveryMinute.ts";
import type { WatchMemory } from "../../monitor/watchMemory.ts";
import type { DesktopNotifier } from "../../ui/desktopNotifier.ts";
import type { PersonalSettings } from "../personalSettings.ts";

interface UseNewsOptions {
  readonly watch: Pick<RevocationWatch, "snapshot" | "lastReadAt" | "isFollowing">;
  readonly memory: WatchMemory | null;
  readonly settings: PersonalSettings;
  readonly notifier: DesktopNotifier;
  /** `isContinued`: it says again what stands there, and more. */
  readonly showOnDesktop: (news: Burst, now: number, isContinued: boolean) => void;
  readonly onNews?: ((news: readonly RevocationEvent[]) => void) | undefined;
}

interface News {
  /** What the person has not dismissed. */
  readonly unread: Burst;
  /** What the last read that brought any brought. */
  readonly latest: Burst;
  /** When, in epoch ms. */
  readonly latestAt: number;
}

const noNews: News = { unread: emptyBurst, latest: emptyBurst, latestAt: 0 };

/** What happened since the page was opened: in the page until it is dismissed, and on the desktop where that is wanted. */
export function useNews(options: UseNewsOptions): News & { readonly dismiss: () => void } {
  const { watch, memory } = options;
  const { snapshot, lastReadAt } = watch;
  const clock = useClock();
  const [news, setNews] = useState(noNews);
  const [seen, desktop] = [useRef<NewsWatch | null>(null), useRef(noDesktopNews)];
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const tellDesktop = useCallback(
    (events: readonly RevocationEvent[], now: number) => {
      const situation = situationOf(latest.current, now);
      const { notice, next, isContinued = false } = decideDesktopNews(desktop.current, events, situation);
      desktop.current = next;
      if (notice !== null) latest.current.showOnDesktop(notice, now, isContinued);
    },
    [desktop],
  );
  // Before the browser paints, so that what is spoken of one read is one sentence.
  useLayoutEffect(() => {
    if (!snapshot?.isComplete || lastReadAt === null) return;
    const isUnchanged =
      memory && (({ identity }: Revocation) => memory.isUnchangedForLong(identity, lastReadAt));
    const looked = lookForNews(seen.current, { snapshot, at: lastReadAt, isUnchanged });
    seen.current = looked.watch;
    const { events } = looked;
    const now = clock();
    tellDesktop(events, now);
    if (events.length > 0) {
      latest.current.onNews?.(events);
      const added = addToBurst(emptyBurst, events);
      setNews(({ unread }) => ({ unread: addToBurst(unread, events), latest: added, latestAt: now }));
    }
  }, [snapshot, lastReadAt, memory, clock, seen, tellDesktop]);
  const { hasDesktopNews, hasQuietHours } = options.settings;
  // With nothing running the next read may be long after quiet hours.
  useEveryMinute(() => tellDesktop([], clock()), hasDesktopNews && hasQuietHours);
  return { ...news, dismiss: useCallback(() => setNews(noNews), []) };
}

function situationOf({ watch, settings, notifier }: UseNewsOptions, now: number) {
  const isOn = settings.hasDesktopNews && notifier.permission() === "granted";
  const time = new Date(now);
  const minuteOfDay = 60 * time.getHours() + time.getMinutes();
  return {
    isOn,
    isSpokenFor: watch.isFollowing,
    isLookedAt: notifier.isLookedAt(),
    isQuiet: settings.hasQuietHours && isQuiet(settings.quietHours, minuteOfDay),
    now,
  };
}
