import type { Session } from "../auth/session.ts";
import type { TenantSignIn } from "../auth/tenantSignIn.ts";
import type { DemoTenant } from "../dashboard/DemoMark.tsx";
import type { RequestMeter } from "../graph/requestMeter.ts";
import type { VppTokenReader } from "../graph/vppTokenReader.ts";

export type OpenSession = (tenant: TenantSignIn) => Promise<Session>;

export interface ConnectionOptions {
  readonly pageUrl: string;
  readonly clock: () => number;
  /** Demo only: the scenario that the link asks for. */
  readonly scenario: string | null;
  /** Signs in to a tenant in place of a redirect of the whole page. */
  readonly openSession?: OpenSession | undefined;
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
