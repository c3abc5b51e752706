import { createDemoSession } from "../auth/demoSession.ts";
import { DemoMark } from "../dashboard/DemoMark.tsx";
import { createEmulatedGraph } from "../emulator/emulatedGraph.ts";
import { isScenarioName, scenarioNames } from "../emulator/scenarios.ts";
import { createGraphClient } from "../graph/graphClient.ts";
import { createRequestMeter } from "../graph/requestMeter.ts";
import { createVppTokenReader } from "../graph/vppTokenReader.ts";
import { accessTokenSource } from "./accessTokenSource.ts";
import { clouds } from "./config/clouds.ts";
import type { Connection, ConnectionOptions } from "./connection.ts";

/** An emulated tenant in this very page: no account, no request leaves the browser. */
export function connectDemo({ clock, scenario: wanted }: ConnectionOptions): Connection {
  const scenario = isScenarioName(wanted) ? wanted : "mixed";
  const session = createDemoSession(clock);
  const origin = clouds.global.graphOrigin;
  const graph = createEmulatedGraph({ scenario, clock, origin, delay: waitOrAbort });
  const meter = createRequestMeter({ clock });
  const client = createGraphClient({
    origin,
    fetch: graph.fetch,
    getAccessToken: accessTokenSource(session),
    meter,
    now: clock,
  });
  return {
    session,
    reader: createVppTokenReader(client),
    meter,
    demo: { scenario, scenarios: scenarioNames, Mark: DemoMark },
  };
}

function waitOrAbort(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
