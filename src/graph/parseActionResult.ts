import { type ActionResult, actionFailureReasons, actionStates } from "../domain/actionResult.ts";
import type { Unreadable } from "../domain/received.ts";
import { parseInstant } from "./parseInstant.ts";
import { asRecord, parseCount, parseName, parseOpen, unreadable } from "./parseValues.ts";
import { sharedText } from "./sharedText.ts";
import type { WireActionResult } from "./wire.ts";

/** One entry of `tokenActionResults`, already redacted. Each property falls back by itself. */
export function parseActionResult(entry: unknown): ActionResult | Unreadable {
  const wire: WireActionResult | null = asRecord(entry);
  if (wire === null) return unreadable(entry);
  shareTexts(wire);
  const odataType = parseOdataType(wire["@odata.type"]);
  return {
    kind: isRevocation(odataType, wire) ? "revokeLicenses" : "other",
    odataType,
    actionName: parseName(wire.actionName),
    actionState: parseOpen(actionStates, wire.actionState),
    startedAt: parseInstant(wire.startDateTime),
    lastUpdatedAt: parseInstant(wire.lastUpdatedDateTime),
    totalLicensesCount: parseCount(wire.totalLicensesCount),
    failedLicensesCount: parseCount(wire.failedLicensesCount),
    failureReason: parseOpen(actionFailureReasons, wire.actionFailureReason),
    raw: entry,
  };
}

const repeated = ["@odata.type", "actionName"] as const;

/** Puts equal texts in the place of those that most entries repeat: what has just been received is nobody else's. */
function shareTexts(entry: object): void {
  for (const name of repeated) {
    const text: unknown = Reflect.get(entry, name);
    if (typeof text === "string") Reflect.set(entry, name, sharedText(text));
  }
}

function parseOdataType(value: unknown): string | null {
  const type = parseName(value);
  return type?.startsWith("#") ? sharedText(type.slice(1)) : type;
}

/**
 * The name of the type decides. Without one, or under the base type's, the properties that only a revocation has
 * decide. Any other type is another action, whatever it counts: its counts need not be about revoked licences.
 */
function isRevocation(odataType: string | null, wire: WireActionResult): boolean {
  if (odataType?.endsWith("RevokeLicensesActionResult")) return true;
  if (odataType !== null && !odataType.endsWith(".vppTokenActionResult")) return false;
  return "totalLicensesCount" in wire || "failedLicensesCount" in wire || "actionFailureReason" in wire;
}
