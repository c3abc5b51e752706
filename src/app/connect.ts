import type { AppConfig } from "./config/parseConfig.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";

/** Loads MSAL for a tenant or the emulator for the demo, never both. */
export async function connect(config: AppConfig, options: ConnectionOptions): Promise<Connection> {
  if (config.mode === "demo") {
    const { connectDemo } = await import("./connectDemo.ts");
    return connectDemo(options);
  }
  const { connectTenant } = await import("./connectTenant.ts");
  return connectTenant(config, options);
}
