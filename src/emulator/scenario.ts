import type { Answer, Exchange } from "./answer.ts";
import type { Fault } from "./fault.ts";
import type { TokenList } from "./tokenList.ts";

/** What a scenario is made from. Equal settings make equal tenants. */
export interface ScenarioSettings {
  readonly seed: number;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Only for `district`, which has 3,000 by itself; 10 at least. */
  readonly tokensCount?: number;
}

/** An emulated tenant: its tokens as a function of time, and what befalls those who ask. */
export interface Scenario {
  /** Default 100. */
  readonly pageSize?: number;
  /** `now`: epoch ms. */
  tokensAt(now: number): TokenList;
  /** Said in place of an answer, to a request and to each part of a batch alike; asked once a request. */
  readonly refuse?: (exchange: Exchange) => Answer | null;
  /** What happens to a whole request, batch or not. */
  readonly fault?: Fault;
}

export type ScenarioFactory = (settings: ScenarioSettings) => Scenario;
