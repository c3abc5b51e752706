import { createMsalSession } from "../auth/msalSession.ts";
import { createGraphClient } from "../graph/graphClient.ts";
import { createRequestMeter } from "../graph/requestMeter.ts";
import { vppTokenScopes } from "../graph/scopes.ts";
import { createVppTokenReader } from "../graph/vppTokenReader.ts";
import { accessTokenSource } from "./accessTokenSource.ts";
import { clouds } from "./config/clouds.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";

type TenantConfig = Extract<AppConfig, { mode: "tenant" }>;

export async function connectTenant(
  config: TenantConfig,
  { pageUrl, clock }: ConnectionOptions,
): Promise<Connection> {
  const { graphOrigin, loginOrigin } = clouds[config.cloud];
  const session = await createMsalSession({
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
