import type { VppToken, VppTokenRevokeLicensesActionResult } from "@microsoft/microsoft-graph-types-beta";
import { hashOf, hex8, uuidOf } from "./random.ts";

export type WireResult = Readonly<Required<VppTokenRevokeLicensesActionResult>> & {
  readonly "@odata.type": string;
};
/** Results stay open, so that a scenario can send what Microsoft's types do not allow. */
export type WireToken = Readonly<Omit<VppToken, "tokenActionResults">> & {
  readonly id: string;
  readonly tokenActionResults: readonly unknown[];
};

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Part of every emulated `vppToken.token`, so that a test can prove that no such value is kept or shown. */
export const credentialMarker = "RW11bGF0ZWRDcmVkZW50aWFs";

const revokeResultType = "#microsoft.graph.vppTokenRevokeLicensesActionResult";
/** A guess: no public capture shows what Intune calls this action. */
const revokeActionName = "revokeLicenses";

/** As Graph writes a time: UTC with seven fraction digits. */
export function wireTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, -1)}0000Z`;
}

export function wireResult(
  times: { startedAt: number; updatedAt: number },
  fields: Partial<WireResult>,
): WireResult {
  return {
    "@odata.type": revokeResultType,
    actionName: revokeActionName,
    actionState: "done",
    startDateTime: wireTime(times.startedAt),
    lastUpdatedDateTime: wireTime(times.updatedAt),
    totalLicensesCount: 0,
    failedLicensesCount: 0,
    actionFailureReason: "none",
    ...fields,
  };
}

export function credentialOf(seed: number, index: number): string {
  return `eyJleHBEYXRlIjoi${credentialMarker}${hex8(hashOf(seed, index, 7))}${hex8(hashOf(seed, index, 8))}In0=`;
}

/** When and for whom a token is made. `today`: a midnight that stays, so that its dates outlive a reload. */
export interface TokenPlace {
  readonly seed: number;
  readonly index: number;
  readonly today: number;
  readonly now: number;
}

/** A healthy token: valid for months, synced within the last eight hours. */
export function wireToken({ seed, index, today, now }: TokenPlace, fields: Partial<WireToken>): WireToken {
  const syncPhaseMs = hashOf(seed, index, 2) % (8 * hour);
  return {
    id: uuidOf(seed, index),
    appleId: null,
    automaticallyUpdateApps: index % 3 !== 0,
    claimTokenManagementFromExternalMdm: false,
    countryOrRegion: "us",
    dataSharingConsentGranted: true,
    displayName: null,
    expirationDateTime: wireTime(today + (90 + (hashOf(seed, index) % 240)) * day),
    lastModifiedDateTime: wireTime(today - (20 + (hashOf(seed, index, 1) % 60)) * day),
    lastSyncDateTime: wireTime(floorTo(8 * hour, now - syncPhaseMs) + syncPhaseMs),
    lastSyncStatus: "completed",
    locationName: null,
    organizationName: null,
    roleScopeTagIds: ["0"],
    state: "valid",
    token: credentialOf(seed, index),
    vppTokenAccountType: "business",
    tokenActionResults: [],
    ...fields,
  };
}

export function floorTo(unitMs: number, epochMs: number): number {
  return Math.floor(epochMs / unitMs) * unitMs;
}
