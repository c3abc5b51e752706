import type { PollSettings } from "../domain/pollDelay.ts";
import { createHistory } from "./history/createHistory.ts";
import type { HistoryOptions } from "./history/historyKeeper.ts";
import { findRemembered } from "./history/historyMemory.ts";
import { noLongerReported } from "./history/noLongerReported.ts";
import { isUnchangedForLong } from "./history/unchanged.ts";
import type { WatchMemory } from "./watchMemory.ts";

export interface WatchMemoryOptions extends HistoryOptions {
  readonly poll: PollSettings;
}

/** Opens the history of one account. Never rejects: where the disk fails, memory takes over. */
export async function openWatchMemory({ poll, ...options }: WatchMemoryOptions): Promise<WatchMemory> {
  const history = await createHistory(options);
  const memory = () => history.getState().memory;
  let gone = { of: memory().tokens, rows: noLongerReported(memory()) };
  return {
    history,
    noLongerReported() {
      const { tokens } = memory();
      if (gone.of !== tokens) gone = { of: tokens, rows: sameOr(gone.rows, noLongerReported(memory())) };
      return gone.rows;
    },
    isUnchangedForLong(identity, now) {
      const found = findRemembered(memory(), identity);
      return found !== null && isUnchangedForLong(found.remembered, poll.unchangedMinutes, now);
    },
  };
}

function sameOr<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const isSame = before.length === after.length && before.every((item, index) => item === after[index]);
  return isSame ? before : after;
}
