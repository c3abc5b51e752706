import { ConfigError } from "./config/configError.ts";
import { loadConfig } from "./config/loadConfig.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import { connect } from "./connect.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";
import type { PortalConfig } from "./portal/portalConfig.ts";

export interface StartOptions extends ConnectionOptions {
  /** Hears of the configuration before anything is connected: what the page needs next can be loaded meanwhile. */
  readonly onConfig: (config: AppConfig | PortalConfig) => void;
  /** Takes the place of the file. */
  readonly config?: AppConfig | undefined;
}

export type Start =
  | { readonly kind: "connected"; readonly config: AppConfig | PortalConfig; readonly connection: Connection }
  | { readonly kind: "configProblem"; readonly error: ConfigError };

/** Reads `config.json` beside the page, unless the host brings its own, and connects as it says. Rejects only on faults that are not the file's. */
export async function startApp(options: StartOptions): Promise<Start> {
  try {
    const config = options.config ?? (await loadConfigBeside(options.pageUrl));
    options.onConfig(config);
    return { kind: "connected", config, connection: await connect(config, options) };
  } catch (error) {
    if (error instanceof ConfigError) return { kind: "configProblem", error };
    throw error;
  }
}

function loadConfigBeside(pageUrl: string): Promise<AppConfig> {
  return loadConfig((input, init) => fetch(input, init), new URL("config.json", pageUrl).href);
}
