import type { Fault } from "../fault.ts";
import { faults } from "../faults.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { mixed } from "./mixed.ts";

/** What follows a read that works, one after the other, until a read works again. */
const badDay: readonly Fault[] = [
  faults.internalServerError,
  faults.badGateway,
  faults.serviceUnavailable,
  faults.gatewayTimeout,
  faults.networkFailure,
  faults.truncatedJson,
  faults.emptyBody,
  faults.htmlPage,
];

export const outage: ScenarioFactory = (settings) => ({
  ...mixed(settings),
  fault(request, readNumber, context) {
    const fault = badDay[((readNumber - 1) % (badDay.length + 1)) - 1];
    return fault === undefined ? null : fault(request, readNumber, context);
  },
});
