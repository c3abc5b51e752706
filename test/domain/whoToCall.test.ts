import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { deviceUserNewsOf } from "../../src/domain/deviceUserNews.ts";
import { explainFailure } from "../../src/domain/explainFailure.ts";
import { deriveRevocations } from "../../src/domain/revocation.ts";
import { whoToCall } from "../../src/domain/whoToCall.ts";
import { aResult, aRevocation, aVppToken, hourMs, testNow } from "../support/builders.ts";

const failed = { actionState: "failed", lastUpdatedAt: testNow - hourMs } as const;
const expired = { state: "expired", expiresAt: testNow - 48 * hourMs } as const;

function contactsOf(result: Partial<ActionResult>, token: Parameters<typeof aRevocation>[1] = {}) {
  const revocation = aRevocation(result, token);
  return whoToCall(revocation, explainFailure(revocation, testNow));
}

/** Of the first of two runs. */
function contactsOfFirst(first: Partial<ActionResult>, later: Partial<ActionResult>) {
  const runs = [
    { ...failed, ...first, startedAt: testNow - 2 * hourMs },
    { ...later, startedAt: testNow - hourMs },
  ];
  const [revocation] = deriveRevocations(aVppToken({ actionResults: runs.map(aResult) }));
  return revocation && whoToCall(revocation, explainFailure(revocation, testNow));
}

describe("whom to call", () => {
  it.each([
    ["appleFailure", {}, ["appleAdministrator", "intuneAdministrator", "appleSupport"]],
    ["internalError", {}, ["intuneAdministrator", "microsoftSupport"]],
    ["expiredVppToken", expired, ["appleAdministrator", "intuneAdministrator"]],
    [
      "expiredApplePushNotificationCertificate",
      {},
      ["intuneAdministrator", "appleAdministrator", "appleSupport"],
    ],
    ["none", {}, ["intuneAdministrator", "microsoftSupport"]],
    [{ kind: "unrecognized", raw: "moon" }, {}, ["intuneAdministrator", "microsoftSupport"]],
  ] as const)("follows from the reason %j", (failureReason, token, contacts) => {
    expect(contactsOf({ ...failed, failureReason }, token)).toEqual(contacts);
  });

  it("names nobody from Apple once the token was renewed", () => {
    const renewed = { lastModifiedAt: testNow - 60_000, state: "valid" } as const;
    expect(contactsOf({ ...failed, failureReason: "expiredVppToken" }, renewed)).toEqual([
      "intuneAdministrator",
      "microsoftSupport",
    ]);
  });

  it.each([
    ["active", []],
    ["pending", []],
    ["canceled", ["intuneAdministrator"]],
    ["notSupported", ["intuneAdministrator", "microsoftSupport"]],
  ] as const)("follows from the state %s where nothing failed", (actionState, contacts) => {
    expect(contactsOf({ actionState })).toEqual(contacts);
  });

  it.each(["failed", "canceled", "notSupported"] as const)(
    "names nobody about a %s run that a later one put right",
    (actionState) => {
      expect(contactsOfFirst({ actionState }, { actionState: "done", failedLicensesCount: 0 })).toEqual([]);
    },
  );

  it("names nobody about a canceled run while a newer one is under way", () => {
    expect(contactsOfFirst({ actionState: "canceled" }, { actionState: "active" })).toEqual([]);
  });

  it("names nobody where all went well", () => {
    expect(contactsOf({ actionState: "done", failedLicensesCount: 0 })).toEqual([]);
  });
});

describe("what a device user may be told", () => {
  it.each([
    ["running", { actionState: "active" }],
    ["takenBack", { actionState: "done", failedLicensesCount: 0 }],
    ["partlyTakenBack", { actionState: "done", failedLicensesCount: 20 }],
    ["notTakenBack", { actionState: "done", failedLicensesCount: 1_200 }],
    ["nothing", { actionState: "done", totalLicensesCount: 0, failedLicensesCount: 0 }],
    ["uncertain", { actionState: "done", totalLicensesCount: 2, failedLicensesCount: 3 }],
    ["uncertain", { actionState: "failed" }],
    ["uncertain", { actionState: "canceled" }],
    ["uncertain", { actionState: null }],
  ] as const)("is %s for %j", (news, result) => {
    expect(deviceUserNewsOf(aRevocation(result))).toBe(news);
  });
});
