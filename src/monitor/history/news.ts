import type { HistoryMemory } from "./historyMemory.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";

/** What is new of a revocation since somebody last looked. */
export type News = "new" | "changed" | "gone";

/** `lastLookedAt`: epoch ms; `null` when nobody has looked yet, to whom nothing is news. */
function newsOf(remembered: RememberedRevocation, lastLookedAt: number | null): News | null {
  const { firstSeenAt, changedAt, goneSince } = remembered;
  if (lastLookedAt === null) return null;
  if (goneSince !== null && goneSince > lastLookedAt) return "gone";
  if (firstSeenAt > lastLookedAt) return "new";
  return changedAt > lastLookedAt ? "changed" : null;
}

export interface NewsItem {
  readonly token: RememberedToken;
  readonly remembered: RememberedRevocation;
  readonly news: News;
}

export function listNews({ tokens }: HistoryMemory, lastLookedAt: number | null): readonly NewsItem[] {
  if (lastLookedAt === null) return [];
  return [...tokens.values()].flatMap((token) =>
    token.revocations.flatMap((remembered) => {
      const news = newsOf(remembered, lastLookedAt);
      return news === null ? [] : [{ token, remembered, news }];
    }),
  );
}
