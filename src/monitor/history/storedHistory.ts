import { openHistoryChannel } from "./historyChannel.ts";
import { deleteHistoryDatabase, hasHistoryDatabase } from "./historyDatabase.ts";
import type { HistoryOptions } from "./historyKeeper.ts";
import { historyDatabaseName } from "./historyStores.ts";

/** What this browser keeps of an account that is no longer watched here. */
export interface StoredHistory {
  readonly exists: () => Promise<boolean>;
  /** `false` when the browser did not let go of it. */
  readonly erase: () => Promise<boolean>;
  readonly close: () => void;
}

/** `onErased`: another page has erased it. */
export function findStoredHistory(
  { tenantKey, accountKey }: Pick<HistoryOptions, "tenantKey" | "accountKey">,
  onErased: () => void,
): StoredHistory {
  const name = historyDatabaseName(tenantKey, accountKey);
  const channel = openHistoryChannel(name, ({ news }) => news === "erased" && onErased());
  return {
    exists: () => hasHistoryDatabase(name),
    async erase() {
      const isErased = await deleteHistoryDatabase(name);
      channel.announce({ news: "erased" });
      return isErased;
    },
    close: channel.close,
  };
}
