import { describe, expect, it } from "vitest";
import type { ActionResult } from "../../src/domain/actionResult.ts";
import { explainFailure } from "../../src/domain/explainFailure.ts";
import { failureCauseOf } from "../../src/domain/failureCause.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { aRevocation, hourMs, testNow } from "../support/builders.ts";

type TokenFields = Partial<Omit<VppToken, "id">>;

const dayMs = 24 * hourMs;
const endedAt = testNow - 10 * dayMs;
const before = endedAt - dayMs;
const after = endedAt + dayMs;
const ahead = testNow + 200 * dayMs;

function explained(result: Partial<ActionResult>, token: TokenFields = {}) {
  const run = { actionState: "failed", startedAt: endedAt - hourMs, lastUpdatedAt: endedAt } as const;
  const explanation = explainFailure(aRevocation({ ...run, ...result }, token), testNow);
  if (explanation === null) throw new Error("There is a failure to explain");
  return explanation;
}

function verdictsOf(result: Partial<ActionResult>, token: TokenFields = {}) {
  return Object.fromEntries(explained(result, token).evidence.map(({ kind, verdict }) => [kind, verdict]));
}

describe("failureCauseOf", () => {
  it.each([
    ["failed", "appleFailure", 0, "appleFailure"],
    ["failed", "none", 0, "noReasonGiven"],
    ["failed", null, 0, "noReasonGiven"],
    ["failed", { kind: "unrecognized", raw: "newReason" }, 0, "unrecognizedReason"],
    ["done", "none", 3, "noReasonGiven"],
    ["done", "internalError", 3, "internalError"],
    ["done", "none", 0, null],
    ["done", null, null, null],
    ["active", "none", 3, null],
    ["active", "expiredVppToken", 3, "expiredVppToken"],
    ["canceled", "none", 3, null],
    ["notSupported", "none", 3, null],
    [null, null, null, null],
  ] as const)(
    "%o for reason %o with %o failed is %o",
    (actionState, failureReason, failedLicensesCount, cause) => {
      expect(failureCauseOf(aRevocation({ actionState, failureReason, failedLicensesCount }))).toBe(cause);
    },
  );

  it("explains nothing where nothing failed", () => {
    expect(explainFailure(aRevocation({ actionState: "done", failedLicensesCount: 0 }), testNow)).toBeNull();
  });
});

describe("an expired token as the reason", () => {
  const failureReason = "expiredVppToken";
  const renewed = { expiresAt: ahead, lastModifiedAt: after } as const;
  const untouched = { expiresAt: ahead, lastModifiedAt: before } as const;

  it.each<[string, TokenFields, string, string]>([
    ["still expired", { state: "expired", expiresAt: before }, "agrees", "agrees"],
    ["invalid for its expiry", { state: "invalid", expiresAt: before }, "agrees", "agrees"],
    ["valid although expired", { state: "valid", expiresAt: before }, "cannotTell", "agrees"],
    ["expired as the action ended", { state: "expired", expiresAt: endedAt }, "agrees", "agrees"],
    ["renewed since", { state: "valid", ...renewed }, "changedSince", "changedSince"],
    [
      "never expired and untouched since before",
      { state: "valid", ...untouched },
      "contradicts",
      "contradicts",
    ],
    ["touched as the action ended", { ...untouched, lastModifiedAt: endedAt }, "contradicts", "contradicts"],
    ["valid without a date", { state: "valid", expiresAt: null }, "cannotTell", "cannotTell"],
    ["expired without a date", { state: "expired", expiresAt: null }, "agrees", "cannotTell"],
    ["changed at an unknown time", { expiresAt: ahead, lastModifiedAt: null }, "cannotTell", "cannotTell"],
    [
      "renewed, and expired again",
      { state: "expired", expiresAt: testNow - hourMs, lastModifiedAt: after },
      "cannotTell",
      "cannotTell",
    ],
    ["renewed, and refused by Apple", { state: "invalid", ...renewed }, "cannotTell", "cannotTell"],
  ])("is judged by a token that is %s", (_, token, tokenState, tokenExpiry) => {
    expect(verdictsOf({ failureReason }, token)).toEqual({
      tokenState,
      tokenExpiry,
      lastSync: "cannotTell",
      lastSyncStatus: "cannotTell",
    });
  });

  it.each<[string, Partial<ActionResult>]>([
    ["is missing", { lastUpdatedAt: null }],
    ["is of year 1", { lastUpdatedAt: "never" }],
    ["is no date", { lastUpdatedAt: { kind: "unreadable", raw: "yesterday" } }],
    ["is still to come", { lastUpdatedAt: testNow + 1 }],
  ])("can neither be denied nor outdated when the end %s", (_, result) => {
    for (const token of [renewed, untouched]) {
      expect(verdictsOf({ failureReason, ...result }, token)).toMatchObject({
        tokenState: "cannotTell",
        tokenExpiry: "cannotTell",
      });
    }
    expect(verdictsOf({ failureReason, ...result }, { expiresAt: before })).toMatchObject({
      tokenExpiry: "agrees",
    });
  });

  it("asks for a new token only while one is needed", () => {
    expect(explained({ failureReason }, { state: "expired", expiresAt: before }).steps).toEqual([
      "downloadContentToken",
      "uploadContentToken",
      "waitForSync",
      "runAgain",
    ]);
    expect(explained({ failureReason }, renewed).steps[0]).toBe("runAgain");
    expect(explained({ failureReason }, renewed).steps).not.toContain("downloadContentToken");
    expect(explained({ failureReason }, untouched).steps).not.toContain("downloadContentToken");
  });
});

describe.each(["appleFailure", "none"] as const)("the reason %s", (failureReason) => {
  const synced = { lastSyncStatus: "completed", lastSyncAt: after } as const;

  it.each<[string, TokenFields, string, string]>([
    ["synced since", synced, "changedSince", "changedSince"],
    ["not synced since", { lastSyncStatus: "completed", lastSyncAt: before }, "cannotTell", "cannotTell"],
    ["synced as the action ended", { ...synced, lastSyncAt: endedAt }, "cannotTell", "cannotTell"],
    ["failing to sync", { lastSyncStatus: "failed", lastSyncAt: after }, "cannotTell", "agrees"],
    ["syncing now", { lastSyncStatus: "inProgress", lastSyncAt: after }, "cannotTell", "cannotTell"],
    ["never synced", { lastSyncStatus: "none", lastSyncAt: "never" }, "cannotTell", "cannotTell"],
    ["in a state that is not known", { ...synced, state: null }, "cannotTell", "changedSince"],
    ["invalid", { ...synced, state: "invalid" }, "agrees", "cannotTell"],
    ["held by another MDM", { ...synced, state: "assignedToExternalMDM" }, "agrees", "cannotTell"],
    ["expired before", { ...synced, state: "expired", expiresAt: before }, "agrees", "cannotTell"],
    ["expired only since", { ...synced, state: "expired", expiresAt: after }, "cannotTell", "cannotTell"],
    ["valid by name, expired by date", { ...synced, expiresAt: after }, "cannotTell", "cannotTell"],
  ])("is judged by a token that is %s", (_, token, tokenState, lastSync) => {
    expect(verdictsOf({ failureReason }, token)).toEqual({
      tokenState,
      tokenExpiry: "cannotTell",
      lastSync,
      lastSyncStatus: lastSync,
    });
  });

  it("has not gone when the end is unknown", () => {
    expect(verdictsOf({ failureReason, lastUpdatedAt: null }, synced)).toMatchObject({
      lastSync: "cannotTell",
    });
  });

  it("begins with another run once the cause has gone", () => {
    const { steps } = explained({ failureReason }, synced);
    expect(steps[0]).toBe("runAgain");
    expect(steps.filter((step) => step === "runAgain")).toHaveLength(1);
  });
});

describe("reasons that no token can prove", () => {
  it.each([
    ["internalError", "waitThenRunOnce"],
    ["expiredApplePushNotificationCertificate", "checkPushCertificate"],
    [{ kind: "unrecognized", raw: "newReason" }, "quoteRawReason"],
  ] as const)("leave %o undecided", (failureReason, firstStep) => {
    const { evidence, steps } = explained({ failureReason }, { state: "expired", expiresAt: before });
    expect(new Set(evidence.map(({ verdict }) => verdict))).toEqual(new Set(["cannotTell"]));
    expect(steps[0]).toBe(firstStep);
  });

  it("mention the push certificate first when it is the reason", () => {
    const [first] = explained({ failureReason: "expiredApplePushNotificationCertificate" }).evidence;
    expect(first?.kind).toBe("pushCertificate");
  });

  it("still name the token's own trouble", () => {
    const { tokenConcerns } = explained({ failureReason: "internalError" }, { state: "invalid" });
    expect(tokenConcerns).toEqual([{ kind: "state", state: "invalid" }]);
  });
});
