import { createHostSession, type HostSessionOptions } from "../../auth/hostSession.ts";
import { clouds } from "../config/clouds.ts";
import type { TenantConfig } from "../config/parseConfig.ts";
import type { Connection, OpenSession } from "../connection.ts";
import { connectSession, readWith } from "../connectSession.ts";
import type { PortalConfig } from "./portalConfig.ts";

interface PortalConnectionOptions extends HostSessionOptions {
  /** Signs in to a tenant; `undefined`: this host cannot. */
  readonly openSession: OpenSession | undefined;
  readonly pageUrl: string;
}

/**
 * A real tenant by the access tokens of a portal, or by a sign-in of our own where `config` is a tenant's. The portal is
 * not asked to allow a worker.
 */
export async function connectPortal(
  config: PortalConfig | TenantConfig,
  { openSession, pageUrl, ...given }: PortalConnectionOptions,
): Promise<Connection> {
  const { clock } = given;
  if (config.mode === "portal") {
    const { graphOrigin } = clouds[config.cloud];
    return readWith(createHostSession(given), { graphOrigin, clock });
  }
  if (openSession === undefined) throw new TypeError("nobody signs in to the tenant");
  return connectSession(config, { pageUrl, clock, scenario: null }, openSession);
}
