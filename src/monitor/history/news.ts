import { createItemwise } from "../../domain/itemwise.ts";
import { deriveOutcome, isRunning } from "../../domain/outcome.ts";
import type { HistoryMemory } from "./historyMemory.ts";
import type { RememberedRevocation, RememberedToken } from "./remembered.ts";

/** What is new of a revocation since somebody last looked. */
export type News = "new" | "changed" | "gone";

/** By the keys of the revocations. */
export type NewsByKey = ReadonlyMap<string, News>;

/** That the counts of a running one move is no news: they always do. `since`: epoch ms. */
function newsOf(remembered: RememberedRevocation, since: number): News | null {
  const { firstSeenAt, changedAt, goneSince, result } = remembered;
  if (goneSince !== null) return goneSince > since ? "gone" : null;
  if (firstSeenAt > since) return "new";
  return changedAt > since && !isRunning(deriveOutcome(result)) ? "changed" : null;
}

const noNews: NewsByKey = new Map();

/** `since`: epoch ms; `null` when nobody has looked yet. A VPP token that did not change is not looked into again. */
export function createNewsList(since: number | null): (memory: Pick<HistoryMemory, "tokens">) => NewsByKey {
  if (since === null) return () => noNews;
  const newsOfEach = createItemwise((token: RememberedToken) => newsIn(token, since));
  return ({ tokens }) => {
    const all = new Map<string, News>();
    for (const news of newsOfEach([...tokens.values()])) for (const [key, one] of news) all.set(key, one);
    return all;
  };
}

function newsIn(token: RememberedToken, since: number): NewsByKey {
  const found = token.revocations.flatMap((remembered) => {
    const news = newsOf(remembered, since);
    return news === null ? [] : [[remembered.key, news] as const];
  });
  return found.length === 0 ? noNews : new Map(found);
}
