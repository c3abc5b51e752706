import { isRunning } from "./outcome.ts";
import type { Revocation } from "./revocation.ts";

/**
 * What may be told to somebody on whose device an app stands. `uncertain`: Intune does not say which licences were
 * taken back. Nobody can tell from a revocation whether this very device is concerned.
 */
export type DeviceUserNews =
  | "running"
  | "takenBack"
  | "partlyTakenBack"
  | "notTakenBack"
  | "nothing"
  | "uncertain";

export function deviceUserNewsOf({ outcome, progress }: Revocation): DeviceUserNews {
  if (isRunning(outcome)) return "running";
  if (outcome === "done" && progress.kind === "nothingAttempted") return "nothing";
  if (progress.kind !== "revoked") return "uncertain";
  if (progress.failed === 0) return "takenBack";
  return progress.revoked === 0 ? "notTakenBack" : "partlyTakenBack";
}
