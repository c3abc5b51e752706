import type { ViewState } from "../dashboard/viewState.ts";
import type { AppHost } from "./appHost.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import type { Connection } from "./connection.ts";
import type { PortalConfig } from "./portal/portalConfig.ts";

/** What every part of the page is given. */
export interface MonitorPageProps {
  readonly host: AppHost;
  readonly view: ViewState;
  readonly onViewChange: (next: ViewState) => void;
  readonly config: AppConfig | PortalConfig;
  readonly connection: Connection;
}
