import { useEffect, useMemo } from "react";
import { useIntl } from "react-intl";
import { type Burst, emptyBurst } from "../../domain/burst.ts";
import type { Revocation } from "../../domain/revocation.ts";
import type { RevocationEvent } from "../../domain/revocationEvents.ts";
import type { RevocationTotals } from "../../domain/totals.ts";
import { directionOf } from "../../i18n/locales.ts";
import { useText } from "../../i18n/useText.ts";
import type { RevocationWatch } from "../../monitor/revocationWatch.ts";
import type { WatchMemory } from "../../monitor/watchMemory.ts";
import type { DesktopNotifier } from "../../ui/desktopNotifier.ts";
import { useTimeText } from "../../ui/timeText.ts";
import type { PersonalSettings } from "../personalSettings.ts";
import { type NewsWords, newsBody, newsTitle } from "./newsText.ts";
import { useNews } from "./useNews.ts";

interface UseToldOptions {
  readonly watch: Pick<RevocationWatch, "snapshot" | "lastReadAt" | "isFollowing">;
  readonly memory: WatchMemory | null;
  readonly unchangedMinutes: number;
  readonly totals: RevocationTotals | null;
  readonly settings: PersonalSettings;
  readonly notifier: DesktopNotifier;
  /** `null`: shows the list. */
  readonly onOpen: (revocation: Revocation | null) => void;
  readonly host: {
    readonly onBackgroundWanted: (isWanted: boolean) => void;
    readonly onNews?: ((news: readonly RevocationEvent[]) => void) | undefined;
  };
}

/** The news in words: for the page, for those who listen, and for the desktop. */
export function useTold({
  watch,
  memory,
  unchangedMinutes,
  settings,
  notifier,
  onOpen,
  host,
}: UseToldOptions) {
  const text = useText();
  const { span } = useTimeText();
  const { locale } = useIntl();
  const words = useMemo((): NewsWords => ({ text, span, unchangedMinutes }), [text, span, unchangedMinutes]);
  const showOnDesktop = (news: Burst, at: number, isContinued: boolean) => {
    const [only] = news.events;
    notifier.show({
      title: newsTitle(news, words),
      body: newsBody(news, at, words),
      tag: "vpp-revocation-monitor",
      renotify: !isContinued,
      lang: locale,
      dir: directionOf(locale),
      onClick: () => onOpen(news.size === 1 && only !== undefined ? only.revocation : null),
    });
  };
  const { onBackgroundWanted, onNews } = host;
  const news = useNews({ watch, memory, settings, notifier, showOnDesktop, onNews });
  const isBackgroundWanted = settings.hasDesktopNews && notifier.permission() === "granted";
  useEffect(() => onBackgroundWanted(isBackgroundWanted), [onBackgroundWanted, isBackgroundWanted]);
  useEffect(() => () => onBackgroundWanted(false), [onBackgroundWanted]);
  const { latest, latestAt } = news;
  const spoken = useMemo(
    () => (latest === emptyBurst ? "" : sentenceOf(latest, latestAt, words)),
    [latest, latestAt, words],
  );
  return { ...news, words, spoken };
}

function sentenceOf(news: Burst, now: number, words: NewsWords): string {
  return [newsTitle(news, words), newsBody(news, now, words)].filter(Boolean).join(": ");
}
