import { createMsalSession } from "../auth/msalSession.ts";
import type { TenantConfig } from "./config/parseConfig.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";
import { connectSession } from "./connectSession.ts";
import { openListWorker } from "./openListWorker.ts";

/** A tenant that the whole page signs in to. */
export function connectTenant(config: TenantConfig, options: ConnectionOptions): Promise<Connection> {
  return connectSession(config, options, createMsalSession, openListWorker);
}
