import type { ActionResult } from "../../src/domain/actionResult.ts";
import { deriveRevocations, type Revocation } from "../../src/domain/revocation.ts";
import type { VppTokensSnapshot } from "../../src/domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../../src/domain/vppToken.ts";
import type { RevocationWatch } from "../../src/monitor/revocationWatch.ts";

/** The moment at which every built thing is seen, unless a test says otherwise: 22 November 2026, 11:20 UTC. */
export const testNow = Date.UTC(2026, 10, 22, 11, 20);

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** A running revocation: 1,200 attempted, 20 failed so far, started 38 minutes before `testNow`. */
export function aResult(overrides: Partial<ActionResult> = {}): ActionResult {
  const result: ActionResult = {
    kind: "revokeLicenses",
    odataType: "microsoft.graph.vppTokenRevokeLicensesActionResult",
    actionName: "revokeLicenses",
    actionState: "active",
    startedAt: testNow - 38 * minuteMs,
    lastUpdatedAt: testNow - 12_000,
    totalLicensesCount: 1_200,
    failedLicensesCount: 20,
    failureReason: "none",
    raw: null,
    ...overrides,
  };
  return { ...result, raw: overrides.raw ?? rawResult(result) };
}

/** A valid, freshly synced token with one running revocation. */
export function aVppToken(
  overrides: Partial<Omit<VppToken, "id">> & { readonly id?: string } = {},
): VppToken {
  const { id = "token-1", ...rest } = overrides;
  return {
    displayName: "North District",
    organizationName: "Contoso Edu",
    locationName: "Berlin",
    appleId: "vpp@contoso.com",
    accountType: "education",
    countryOrRegion: "de",
    state: "valid",
    expiresAt: testNow + 200 * 24 * hourMs,
    lastModifiedAt: testNow - 100 * 24 * hourMs,
    lastSyncAt: testNow - 2 * hourMs,
    lastSyncStatus: "completed",
    actionResults: [aResult()],
    unreadableResults: [],
    raw: { id, displayName: rest.displayName ?? "North District" },
    ...rest,
    // The brand only says that an id came from Graph, which a fixture imitates.
    id: id as VppTokenId,
  };
}

/** The one revocation of a token that has the given result. */
export function aRevocation(
  result: Partial<ActionResult> = {},
  token: Parameters<typeof aVppToken>[0] = {},
): Revocation {
  const [revocation] = deriveRevocations(aVppToken({ ...token, actionResults: [aResult(result)] }));
  if (revocation === undefined) throw new Error("aRevocation needs a result of kind revokeLicenses");
  return revocation;
}

/** A complete read of the given tokens. */
export function aSnapshot(
  tokens: readonly VppToken[] = [aVppToken()],
  overrides: Partial<VppTokensSnapshot> = {},
): VppTokensSnapshot {
  return { tokens, unreadableTokens: [], isComplete: true, ...overrides };
}

/** A live watch that read four seconds before `testNow` and reads again in six. */
export function aWatch(overrides: Partial<RevocationWatch> = {}): RevocationWatch {
  return {
    snapshot: aSnapshot(),
    lastReadAt: testNow - 4_000,
    nextReadAt: testNow + 6_000,
    readingSince: null,
    intervalMs: 10_000,
    isReading: false,
    isPaused: false,
    isOnline: true,
    problem: null,
    health: "live",
    plan: { reads: "running", configuredMs: 10_000, boundMs: 200 },
    unreadTokens: 0,
    goneTokens: 0,
    listedTokens: 0,
    isFollowing: false,
    meter: null,
    refresh: () => undefined,
    setPaused: () => undefined,
    ...overrides,
  };
}

function rawResult(result: ActionResult): unknown {
  const { kind: _kind, odataType, raw: _raw, startedAt, lastUpdatedAt, failureReason, ...rest } = result;
  return {
    "@odata.type": odataType,
    ...rest,
    startDateTime: isoText(startedAt),
    lastUpdatedDateTime: isoText(lastUpdatedAt),
    actionFailureReason: failureReason,
  };
}

function isoText(instant: ActionResult["startedAt"]): unknown {
  if (typeof instant === "number") return new Date(instant).toISOString();
  return instant === "never" ? "0001-01-01T00:00:00Z" : instant;
}
