import { createHostSession, type HostSessionOptions } from "../../auth/hostSession.ts";
import { clouds } from "../config/clouds.ts";
import type { Connection } from "../connection.ts";
import { readWith } from "../connectSession.ts";
import type { PortalConfig } from "./portalConfig.ts";

interface PortalConnectionOptions extends HostSessionOptions {
  readonly config: PortalConfig;
}

/** A real tenant by the access tokens of a portal, which is not asked to allow a worker. */
export function connectPortal({ config, ...given }: PortalConnectionOptions): Connection {
  const { graphOrigin } = clouds[config.cloud];
  return readWith(createHostSession(given), { graphOrigin, clock: given.clock, openWorker: () => null });
}
