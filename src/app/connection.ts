import type { Session } from "../auth/session.ts";
import type { DemoTenant } from "../dashboard/DemoMark.tsx";
import type { RequestMeter } from "../graph/requestMeter.ts";
import type { VppTokenReader } from "../graph/vppTokenReader.ts";

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
