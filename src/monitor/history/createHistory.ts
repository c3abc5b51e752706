import { exportHistory } from "./exportLines.ts";
import type { History } from "./history.ts";
import { type HistoryOptions, openHistoryKeeper } from "./historyKeeper.ts";
import { emptyMemory, findRemembered } from "./historyMemory.ts";
import { importHistory, parseLines } from "./importHistory.ts";
import { onlyChanges } from "./observation.ts";
import { recordSnapshotInTasks } from "./recordSnapshot.ts";
import { lastObservation } from "./remembered.ts";
import { createQueue, nextTask } from "./tasks.ts";

const linesPerTask = 500;

/** Opens the history and reads what it holds. Never rejects. */
export async function createHistory(options: HistoryOptions): Promise<History> {
  const { tenantKey, clock } = options;
  const keeper = await openHistoryKeeper(options);
  const { store, getState, become } = keeper;
  const inTurn = createQueue();
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
        const { memory, observed } = await recordSnapshotInTasks(getState().memory, read, nextTask);
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
    markLooked() {
      become(getState().memory, clock());
      return store.setLastLookedAt(clock());
    },
    async *exportLines() {
      const past = await store.past(null);
      let lines = 0;
      for (const line of exportHistory(getState().memory, past, { tenantKey, exportedAt: clock() })) {
        yield line;
        lines += 1;
        if (lines % linesPerTask === 0) await nextTask();
      }
    },
    async importLines(pieces, { isTenantConfirmed = false } = {}) {
      const lines = await parseLines(pieces);
      return inTurn(() => importHistory(keeper, lines, { tenantKey, isTenantConfirmed }));
    },
    erase: () =>
      inTurn(async () => {
        const isErased = await store.erase();
        become(emptyMemory, null);
        return isErased;
      }),
    close: store.close,
  };
}
