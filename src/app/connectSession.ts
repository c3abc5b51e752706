import { createGraphClient } from "../graph/graphClient.ts";
import { createRequestMeter } from "../graph/requestMeter.ts";
import { vppTokenScopes } from "../graph/scopes.ts";
import { createVppTokenReader } from "../graph/vppTokenReader.ts";
import { accessTokenSource } from "./accessTokenSource.ts";
import { clouds } from "./config/clouds.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import type { Connection, ConnectionOptions, OpenSession } from "./connection.ts";

export type TenantConfig = Extract<AppConfig, { mode: "tenant" }>;

/** A tenant's Graph, read with the access tokens of the session that `openSession` gives. */
export async function connectSession(
  config: TenantConfig,
  { pageUrl, clock }: ConnectionOptions,
  openSession: OpenSession,
): Promise<Connection> {
  const { graphOrigin, loginOrigin } = clouds[config.cloud];
  const session = await openSession({
    clientId: config.clientId,
    tenantId: config.tenantId,
    authority: `${loginOrigin}/${config.tenantId}`,
    redirectUri: new URL("redirect.html", pageUrl).href,
    scopes: vppTokenScopes(graphOrigin),
    clock,
  });
  const meter = createRequestMeter({ clock });
  const client = createGraphClient({
    origin: graphOrigin,
    fetch: (input, init) => fetch(input, init),
    getAccessToken: accessTokenSource(session),
    meter,
    now: clock,
  });
  return { session, reader: createVppTokenReader(client), meter, demo: null };
}
