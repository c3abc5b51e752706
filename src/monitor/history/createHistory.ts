import { nextTask } from "../../graph/nextTask.ts";
import { exportHistory } from "./exportLines.ts";
import type { History } from "./history.ts";
import { type HistoryNews, openHistoryChannel } from "./historyChannel.ts";
import { type HistoryOptions, openHistoryKeeper } from "./historyKeeper.ts";
import { emptyMemory, findRemembered, noChange } from "./historyMemory.ts";
import { historyDatabaseName } from "./historyStores.ts";
import { importHistory, parseLines } from "./importHistory.ts";
import { type Looking, lookAgain } from "./looking.ts";
import { onlyChanges } from "./observation.ts";
import { recordSnapshotInTasks } from "./recordSnapshot.ts";
import { lastObservation } from "./remembered.ts";
import { createQueue } from "./tasks.ts";

const linesPerTask = 500;

/** Opens the history and reads what it holds. Never rejects. */
export async function createHistory(options: HistoryOptions): Promise<History> {
  const { tenantKey, clock } = options;
  const keeper = await openHistoryKeeper(options);
  const { store, getState, become } = keeper;
  const inTurn = createQueue();
  const databaseName = historyDatabaseName(tenantKey, options.accountKey);
  // What is not kept is of one page alone.
  const { persist, isAccountUnknown = false } = options.settings;
  const channel = persist && !isAccountUnknown ? openHistoryChannel(databaseName, hear) : null;

  function hear(said: HistoryNews): void {
    if (said.news === "looked") become(getState().memory, said.looking);
    else void inTurn(() => reloadAfter(said.news));
  }

  async function reloadAfter(news: "erased" | "added"): Promise<void> {
    if (news === "erased") forget();
    await keeper.takeOver();
  }

  async function setLooking(looking: Looking): Promise<void> {
    if (looking === getState().looking) return;
    become(getState().memory, looking);
    channel?.announce({ news: "looked", looking });
    await store.setLooking(looking);
  }

  function forget(): void {
    store.setUnwritten(noChange);
    become(emptyMemory, null);
  }

  return {
    subscribe: keeper.subscribe,
    getState,
    days: options.settings.days,
    record: (read) =>
      inTurn(async () => {
        const { observed } = await keeper.commit(() =>
          recordSnapshotInTasks(getState().memory, read, nextTask),
        );
        await keeper.prune();
        return observed;
      }),
    follow: (read) =>
      inTurn(async () => {
        const { memory, observed, change } = await recordSnapshotInTasks(getState().memory, read, nextTask);
        await store.follow(change, clock());
        keeper.bound();
        become(memory);
        return observed;
      }),
    reload: () => inTurn(keeper.takeOver),
    async observationsOf(identity) {
      const found = findRemembered(getState().memory, identity);
      if (found === null) return [];
      const past = await store.past(found.remembered.key);
      return onlyChanges([...past, lastObservation(found.remembered)]);
    },
    look: () => setLooking(lookAgain(getState().looking, clock())),
    seeAll: () => setLooking({ lastAt: clock(), newsSince: clock() }),
    async *exportLines() {
      const past = await store.past(null);
      if (!store.isWhole()) throw new Error("what is on disk cannot be read");
      let lines = 0;
      for (const line of exportHistory(getState().memory, past, { tenantKey, exportedAt: clock() })) {
        yield line;
        lines += 1;
        if (lines % linesPerTask === 0) await nextTask();
      }
    },
    async importLines(pieces, { isTenantConfirmed = false } = {}) {
      const lines = await parseLines(pieces);
      const report = await inTurn(() => importHistory(keeper, lines, { tenantKey, isTenantConfirmed }));
      if (report.taken > 0) channel?.announce({ news: "added" });
      return report;
    },
    erase: () =>
      inTurn(async () => {
        const isErased = await store.erase();
        forget();
        channel?.announce({ news: "erased" });
        return isErased;
      }),
    close() {
      channel?.close();
      store.close();
    },
  };
}
