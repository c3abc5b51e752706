/** In version 1 the records of `tokens` held their key; version 2 had no `early`. */
export const schemaVersion = 3;

/** Apart for each tenant and account, whatever characters their keys hold. */
export function historyDatabaseName(tenantKey: string, accountKey: string): string {
  return `vpp-revocation-monitor/history/${encodeURIComponent(tenantKey)}/${encodeURIComponent(accountKey)}`;
}

/** In a database that has none. */
export function createStores(database: IDBDatabase): void {
  database.createObjectStore("tokens");
  database.createObjectStore("observations", { keyPath: ["key", "order"] }).createIndex("seenAt", "seenAt");
  database.createObjectStore("spans", { keyPath: "from" });
  database.createObjectStore("meta");
  createEarly(database);
}

export function createEarly(database: IDBDatabase): void {
  database.createObjectStore("early", { autoIncrement: true });
}
