import type { Session } from "../auth/session.ts";
import { createGraphClient } from "../graph/graphClient.ts";
import type { ListExchange } from "../graph/listWorker/workerExchange.ts";
import { createRequestMeter } from "../graph/requestMeter.ts";
import { vppTokenScopes } from "../graph/scopes.ts";
import type { FetchFunction } from "../graph/transport.ts";
import { createVppTokenReader } from "../graph/vppTokenReader.ts";
import { accessTokenSource } from "./accessTokenSource.ts";
import { clouds } from "./config/clouds.ts";
import type { TenantConfig } from "./config/parseConfig.ts";
import { redirectUriOf } from "./config/redirectUri.ts";
import type { Connection, ConnectionOptions, OpenSession } from "./connection.ts";

/**
 * A tenant's Graph, read with the access tokens of the session that `openSession` gives. `elsewhere`: by a worker,
 * where a page of ours may have one; another's page is not asked for it.
 */
export async function connectSession(
  config: TenantConfig,
  { pageUrl, clock }: ConnectionOptions,
  openSession: OpenSession,
  elsewhere?: ListExchange,
): Promise<Connection> {
  const { graphOrigin, loginOrigin } = clouds[config.cloud];
  const session = await openSession({
    clientId: config.clientId,
    tenantId: config.tenantId,
    authority: `${loginOrigin}/${config.tenantId}`,
    redirectUri: redirectUriOf(config, pageUrl),
    scopes: vppTokenScopes(graphOrigin),
    clock,
  });
  return readWith(session, { graphOrigin, clock, elsewhere });
}

interface ReadingOptions {
  readonly graphOrigin: string;
  readonly clock: () => number;
  readonly elsewhere?: ListExchange | undefined;
}

/** Reads Graph with the access tokens of a session. */
export function readWith(session: Session, { graphOrigin, clock, elsewhere }: ReadingOptions): Connection {
  const meter = createRequestMeter({ clock });
  const fetchHere: FetchFunction = (input, init) => fetch(input, init);
  const client = createGraphClient({
    origin: graphOrigin,
    fetch: fetchHere,
    getAccessToken: accessTokenSource(session),
    meter,
    now: clock,
  });
  return { session, reader: createVppTokenReader(client, { elsewhere }), meter, demo: null };
}
