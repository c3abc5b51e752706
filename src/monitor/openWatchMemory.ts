import type { PollSettings } from "../domain/pollDelay.ts";
import { createHistory } from "./history/createHistory.ts";
import type { HistoryOptions } from "./history/historyKeeper.ts";
import { findRemembered } from "./history/historyMemory.ts";
import { createNewsList, type NewsByKey } from "./history/news.ts";
import { createNoLongerReported } from "./history/noLongerReported.ts";
import { asOfLastRead, isUnchangedForLong } from "./history/unchanged.ts";
import type { WatchMemory } from "./watchMemory.ts";

export interface WatchMemoryOptions extends HistoryOptions {
  readonly poll: PollSettings;
}

/** Opens the history of one account. Never rejects: where the disk fails, memory takes over. */
export async function openWatchMemory({ poll, ...options }: WatchMemoryOptions): Promise<WatchMemory> {
  const history = await createHistory(options);
  const memory = () => history.getState().memory;
  let newsIn = { since: null as number | null, list: createNewsList(null) };
  let news = { of: memory().tokens, since: newsIn.since, list: newsIn.list(memory()) };
  const goneIn = createNoLongerReported();
  let gone = { of: memory().tokens, rows: goneIn(memory()) };
  return {
    history,
    noLongerReported() {
      const { tokens } = memory();
      if (gone.of !== tokens) gone = { of: tokens, rows: sameOr(gone.rows, goneIn(memory())) };
      return gone.rows;
    },
    news() {
      const { looking } = history.getState();
      const [{ tokens }, since] = [memory(), looking?.newsSince ?? null];
      if (newsIn.since !== since) newsIn = { since, list: createNewsList(since) };
      if (news.of !== tokens || news.since !== since)
        news = { of: tokens, since, list: sameNewsOr(news.list, newsIn.list({ tokens })) };
      return news.list;
    },
    isUnchangedForLong(identity, now) {
      const found = findRemembered(memory(), identity);
      const asOf = asOfLastRead(memory(), now);
      return found !== null && isUnchangedForLong(found.remembered, poll.unchangedMinutes, asOf);
    },
  };
}

function sameNewsOr(before: NewsByKey, after: NewsByKey): NewsByKey {
  const isSame = before.size === after.size && [...after].every(([key, news]) => before.get(key) === news);
  return isSame ? before : after;
}

function sameOr<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const isSame = before.length === after.length && before.every((item, index) => item === after[index]);
  return isSame ? before : after;
}
