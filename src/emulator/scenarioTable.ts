import type { ScenarioFactory } from "./scenario.ts";
import { district } from "./scenarios/district.ts";
import { expired } from "./scenarios/expired.ts";
import { failures } from "./scenarios/failures.ts";
import { malformed } from "./scenarios/malformed.ts";
import { mixed } from "./scenarios/mixed.ts";
import { outage } from "./scenarios/outage.ts";
import { empty, forbidden, quiet } from "./scenarios/still.ts";
import { throttled } from "./scenarios/throttled.ts";
import { unchanged } from "./scenarios/unchanged.ts";
import type { ScenarioName } from "./scenarios.ts";

export const scenarioTable = {
  mixed,
  quiet,
  empty,
  failures,
  unchanged,
  malformed,
  throttled,
  outage,
  forbidden,
  expired,
  district,
} as const satisfies Record<ScenarioName, ScenarioFactory>;
