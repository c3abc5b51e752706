import * as fake from "fake-indexeddb";
import { vi } from "vitest";
import { createHistory } from "../../../src/monitor/history/createHistory.ts";
import type { HistoryOptions } from "../../../src/monitor/history/historyKeeper.ts";
import { historyDatabaseName } from "../../../src/monitor/history/historyStores.ts";
import { testNow } from "../../support/builders.ts";

export const databaseName = historyDatabaseName("tenant", "account");

/** A browser profile of its own, as long as the test lasts. */
export function aBrowser(factory: IDBFactory = new fake.IDBFactory()): IDBFactory {
  const { indexedDB: _, forceCloseDatabase: __, default: ___, ...classes } = fake;
  const own = { ...classes, indexedDB: factory, BroadcastChannel: ownChannels() };
  for (const [name, value] of Object.entries(own)) vi.stubGlobal(name, value);
  return factory;
}

const SharedChannel = globalThis.BroadcastChannel;
let profiles = 0;

/** Pages of another profile hear nothing. */
function ownChannels() {
  profiles += 1;
  const profile = profiles;
  return class extends SharedChannel {
    constructor(name: string) {
      super(`${profile} ${name}`);
    }
  };
}

export function openHistory(overrides: Partial<HistoryOptions> = {}) {
  return createHistory({
    tenantKey: "tenant",
    accountKey: "account",
    settings: { persist: true, days: 90 },
    clock: () => testNow,
    ...overrides,
  });
}

/** Everything that is on disk under this name, by object store. */
export async function onDisk(name = databaseName): Promise<Record<string, readonly unknown[]>> {
  const database = await request(indexedDB.open(name));
  const stores = [...database.objectStoreNames];
  if (stores.length === 0) return {};
  const read = database.transaction(stores, "readonly");
  const contents = stores.map(
    async (store) => [store, await request(read.objectStore(store).getAll())] as const,
  );
  const found = Object.fromEntries(await Promise.all(contents));
  database.close();
  return found;
}

export function request<Result>(pending: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    pending.onsuccess = () => resolve(pending.result);
    pending.onerror = () => reject(pending.error);
  });
}
