import type { Session } from "../auth/session.ts";
import type { DemoTenant } from "../dashboard/DemoMark.tsx";
import type { RequestMeter } from "../graph/requestMeter.ts";
import type { VppTokenReader } from "../graph/vppTokenReader.ts";
import type { AppConfig } from "./config/parseConfig.ts";

export interface ConnectionOptions {
  readonly pageUrl: string;
  readonly clock: () => number;
  /** Demo only: the scenario that the link asks for. */
  readonly scenario: string | null;
}

/** Where data and identity come from, for as long as the page lives. */
export interface Connection {
  readonly session: Session;
  readonly reader: VppTokenReader;
  /** What the reader sends. */
  readonly meter: RequestMeter;
  /** The emulated tenant; `null` for a real one. */
  readonly demo: DemoTenant | null;
}

/** Loads MSAL for a tenant or the emulator for the demo, never both. */
export async function connect(config: AppConfig, options: ConnectionOptions): Promise<Connection> {
  if (config.mode === "demo") {
    const { connectDemo } = await import("./connectDemo.ts");
    return connectDemo(options);
  }
  const { connectTenant } = await import("./connectTenant.ts");
  return connectTenant(config, options);
}
