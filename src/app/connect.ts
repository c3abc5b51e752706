import type { AppConfig } from "./config/parseConfig.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";

/** Loads MSAL for a tenant, unless its host signs in, or the emulator for the demo, never both. */
export async function connect(config: AppConfig, options: ConnectionOptions): Promise<Connection> {
  if (config.mode === "demo") {
    const { connectDemo } = await import("./connectDemo.ts");
    return connectDemo(options);
  }
  if (options.openSession !== undefined) {
    const { connectSession } = await import("./connectSession.ts");
    return connectSession(config, options, options.openSession);
  }
  const { connectTenant } = await import("./connectTenant.ts");
  return connectTenant(config, options);
}
