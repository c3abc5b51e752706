import { organizations } from "../organizations.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { tokenListOf } from "../tokenList.ts";
import { day, floorTo, hour, minute, wireResult, wireToken } from "../wire.ts";

/** Runs that Intune calls running, and of which nothing has been heard for hours. */
export const unchanged: ScenarioFactory = (settings) => {
  const today = floorTo(day, settings.createdAt);
  const thisHour = floorTo(hour, settings.createdAt);
  const { contoso, fabrikam, severny } = organizations;
  const active = wireResult(
    { startedAt: thisHour - 5 * hour, updatedAt: thisHour - 4 * hour },
    { actionState: "active", totalLicensesCount: 1_200, failedLicensesCount: 20 },
  );
  const almostFresh = wireResult(
    { startedAt: thisHour - 2 * hour, updatedAt: thisHour - 90 * minute },
    { actionState: "active", totalLicensesCount: 5 },
  );
  const pending = wireResult(
    { startedAt: thisHour - 26 * hour, updatedAt: thisHour - 26 * hour },
    { actionState: "pending" },
  );
  const fields = [
    { ...contoso, tokenActionResults: [active] },
    { ...fabrikam, tokenActionResults: [pending] },
    { ...severny, tokenActionResults: [almostFresh] },
  ];
  return {
    tokensAt: (now) =>
      tokenListOf(fields.map((field, index) => wireToken({ ...settings, index, today, now }, field))),
  };
};
