import type { ActionResult } from "../domain/actionResult.ts";
import type { Unreadable } from "../domain/received.ts";
import { isUnreadable } from "../domain/received.ts";
import {
  type VppToken,
  type VppTokenId,
  vppTokenAccountTypes,
  vppTokenStates,
  vppTokenSyncStatuses,
} from "../domain/vppToken.ts";
import { isSameJson } from "./isSameJson.ts";
import { parseActionResult } from "./parseActionResult.ts";
import { parseInstant } from "./parseInstant.ts";
import { asRecord, parseName, parseOpen, unreadable } from "./parseValues.ts";
import { redact } from "./redact.ts";
import type { WireVppToken } from "./wire.ts";

/**
 * One VPP token as Graph lists it; unreadable only when it is no object or has no id. Everything else falls back
 * property by property. `previous`: what the same token was before; returned itself when nothing changed.
 * By hand rather than by schema: 30,000 results take a fifth of the time, and no property may cost another one.
 */
export function parseVppToken(item: unknown, previous?: VppToken): VppToken | Unreadable {
  if (previous !== undefined && previous.raw === item) return previous;
  const raw = redact(item);
  if (previous !== undefined && isSameJson(previous.raw, raw)) return previous;
  const wire: WireVppToken | null = asRecord(raw);
  const id = idOf(raw);
  if (wire === null || id === null) return unreadable(raw);
  return {
    id,
    displayName: parseName(wire.displayName),
    organizationName: parseName(wire.organizationName),
    locationName: parseName(wire.locationName),
    appleId: parseName(wire.appleId),
    accountType: parseOpen(vppTokenAccountTypes, wire.vppTokenAccountType),
    countryOrRegion: parseName(wire.countryOrRegion),
    state: parseOpen(vppTokenStates, wire.state),
    expiresAt: parseInstant(wire.expirationDateTime),
    lastModifiedAt: parseInstant(wire.lastModifiedDateTime),
    lastSyncAt: parseInstant(wire.lastSyncDateTime),
    lastSyncStatus: parseOpen(vppTokenSyncStatuses, wire.lastSyncStatus),
    ...parseResults(wire.tokenActionResults, previous),
    raw,
  };
}

/**
 * A single entity as its own GET answers it: plain, or wrapped as Microsoft's reference prints it. `@odata.context`
 * speaks of the answer, not of the token, and would make it look different from the listed one.
 */
export function parseVppTokenEntity(body: unknown, previous?: VppToken): VppToken | Unreadable {
  const record = asRecord(body);
  if (record === null) return unreadable(redact(body));
  const { "@odata.context": _, ...entity } = record;
  const isWrapped = idOf(entity) === null && asRecord(entity.value) !== null;
  return parseVppToken(isWrapped ? entity.value : entity, previous);
}

/** The id by which an item of a list is known, or `null` when it is no readable VPP token. */
export function idOf(item: unknown): VppTokenId | null {
  const id = asRecord(item)?.id;
  // The one place where text becomes a VppTokenId.
  return typeof id === "string" && id !== "" ? (id as VppTokenId) : null;
}

/** Whether Graph said anything of action results, be it `null`. */
export function reportsActionResults(vppToken: VppToken): boolean {
  return asRecord(vppToken.raw)?.tokenActionResults !== undefined;
}

function parseResults(
  value: unknown,
  previous: VppToken | undefined,
): Pick<VppToken, "actionResults" | "unreadableResults"> {
  if (value === undefined || value === null) return { actionResults: null, unreadableResults: [] };
  if (!Array.isArray(value)) return { actionResults: null, unreadableResults: [unreadable(value)] };
  const actionResults: ActionResult[] = [];
  const unreadableResults: Unreadable[] = [];
  for (const entry of value) {
    const before = previous?.actionResults?.[actionResults.length];
    const result = before && isSameJson(before.raw, entry) ? before : parseActionResult(entry);
    if (isUnreadable(result)) unreadableResults.push(result);
    else actionResults.push(result);
  }
  return { actionResults, unreadableResults };
}
