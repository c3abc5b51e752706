import { organizations } from "../organizations.ts";
import type { ScenarioFactory } from "../scenario.ts";
import { tokenListOf } from "../tokenList.ts";
import {
  day,
  floorTo,
  hour,
  minute,
  type WireResult,
  type WireToken,
  wireResult,
  wireTime,
  wireToken,
} from "../wire.ts";

/**
 * Each failure reason beside evidence that agrees with it, contradicts it, has changed since or tells nothing, and
 * each token state. Every run ended at eight in the morning (UTC) of the day before.
 */
export const failures: ScenarioFactory = (settings) => {
  const today = floorTo(day, settings.createdAt);
  const cases = failureCases(today - 16 * hour);
  return {
    tokensAt: (now) =>
      tokenListOf(cases.map((fields, index) => wireToken({ ...settings, index, today, now }, fields))),
  };
};

function failureCases(endedAt: number): readonly Partial<WireToken>[] {
  const owners = Object.values(organizations);
  const cases = [
    ...expiredTokenCases(endedAt),
    ...appleCases(endedAt),
    ...otherReasonCases(endedAt),
    ...withoutReasonCases(endedAt),
  ];
  return cases.map(([title, fields], index) => ({
    ...owners[index % owners.length],
    displayName: title,
    ...fields,
  }));
}

type Case = readonly [title: string, fields: Partial<WireToken>];

function expiredTokenCases(endedAt: number): readonly Case[] {
  const failed = [ended(endedAt, { actionFailureReason: "expiredVppToken" })];
  const valid = { expirationDateTime: wireTime(endedAt + 300 * day), tokenActionResults: failed };
  return [
    [
      "Expired, and still is",
      {
        state: "expired",
        expirationDateTime: wireTime(endedAt - 2 * day),
        lastSyncStatus: "failed",
        lastSyncDateTime: wireTime(endedAt - 2 * day),
        tokenActionResults: failed,
      },
    ],
    ["Expired then, renewed since", { ...valid, lastModifiedDateTime: wireTime(endedAt + 3 * hour) }],
    ["Said to be expired, but was not", { ...valid, lastModifiedDateTime: wireTime(endedAt - 40 * day) }],
    ["Expired, nobody knows when renewed", { ...valid, lastModifiedDateTime: "0001-01-01T00:00:00Z" }],
  ];
}

function appleCases(endedAt: number): readonly Case[] {
  const tokenActionResults = [ended(endedAt, { actionFailureReason: "appleFailure" })];
  return [
    ["Apple refuses the token", { state: "invalid", lastSyncStatus: "failed", tokenActionResults }],
    [
      "Apple answers again since",
      { lastSyncStatus: "completed", lastSyncDateTime: wireTime(endedAt + 5 * hour), tokenActionResults },
    ],
    [
      "Apple answered before, not since",
      { lastSyncStatus: "completed", lastSyncDateTime: wireTime(endedAt - 2 * hour), tokenActionResults },
    ],
    [
      "Partly refused by Apple",
      {
        state: "duplicateLocationId",
        tokenActionResults: [
          ended(endedAt, {
            actionState: "done",
            failedLicensesCount: 20,
            actionFailureReason: "appleFailure",
          }),
        ],
      },
    ],
  ];
}

function otherReasonCases(endedAt: number): readonly Case[] {
  return [
    [
      "Failed inside Intune",
      { state: "unknown", tokenActionResults: [ended(endedAt, { actionFailureReason: "internalError" })] },
    ],
    [
      "Push certificate expired",
      {
        tokenActionResults: [
          ended(endedAt, { actionFailureReason: "expiredApplePushNotificationCertificate" }),
        ],
      },
    ],
    [
      "A reason that nobody knows yet",
      { tokenActionResults: [{ ...ended(endedAt, {}), actionFailureReason: "licenseServiceUnavailable" }] },
    ],
  ];
}

function withoutReasonCases(endedAt: number): readonly Case[] {
  const tokenActionResults = [ended(endedAt, {})];
  return [
    ["No reason, another MDM holds it", { state: "assignedToExternalMDM", tokenActionResults }],
    ["No reason, nothing stands out", { tokenActionResults }],
    [
      "Done, with failures, no reason",
      {
        lastSyncStatus: "inProgress",
        tokenActionResults: [ended(endedAt, { actionState: "done", failedLicensesCount: 3 })],
      },
    ],
  ];
}

function ended(endedAt: number, fields: Partial<WireResult>): WireResult {
  const times = { startedAt: endedAt - 9 * minute, updatedAt: endedAt };
  return wireResult(times, {
    actionState: "failed",
    totalLicensesCount: 1_200,
    failedLicensesCount: 50,
    ...fields,
  });
}
