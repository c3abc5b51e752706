/** What an emulated tenant is like; the same names serve the demo's `?scenario=`, unit tests and end-to-end tests. */
export const scenarioNames = [
  "mixed",
  "quiet",
  "empty",
  "failures",
  "unchanged",
  "malformed",
  "throttled",
  "outage",
  "forbidden",
  "expired",
  "district",
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export function isScenarioName(value: unknown): value is ScenarioName {
  return scenarioNames.some((name) => name === value);
}
