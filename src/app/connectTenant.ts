import { createMsalSession } from "../auth/msalSession.ts";
import { createWorkerExchange } from "../graph/listWorker/workerExchange.ts";
import { createExchange } from "../graph/transport.ts";
import type { TenantConfig } from "./config/parseConfig.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";
import { connectSession } from "./connectSession.ts";
import { openListWorker } from "./openListWorker.ts";

/** A tenant that the whole page signs in to. */
export function connectTenant(config: TenantConfig, options: ConnectionOptions): Promise<Connection> {
  const otherwise = createExchange((input, init) => fetch(input, init));
  const elsewhere = createWorkerExchange({ open: openListWorker, otherwise });
  return connectSession(config, options, createMsalSession, elsewhere);
}
