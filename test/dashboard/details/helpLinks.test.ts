import { describe, expect, it } from "vitest";
import { helpUrl, primaryLinkOf } from "../../../src/dashboard/details/helpLinks.ts";
import { explainFailure } from "../../../src/domain/explainFailure.ts";
import { aRevocation, hourMs, testNow } from "../../support/builders.ts";

describe("helpUrl", () => {
  it.each([
    ["intuneVppTokens", "en", "https://intune.example"],
    ["intuneSupport", "en", "https://learn.microsoft.com/intune/get-support"],
    ["intuneSupport", "ru", "https://learn.microsoft.com/ru-ru/intune/get-support"],
    ["appleTermsHelp", "en", "https://support.apple.com/HT203063"],
    ["appleTermsHelp", "ru", "https://support.apple.com/ru-ru/HT203063"],
    ["intuneSupport", "ar", "https://learn.microsoft.com/ar-sa/intune/get-support"],
    ["appleSystemStatus", "ja", "https://www.apple.com/jp/support/systemstatus/"],
    ["appleSystemStatus", "ru", "https://www.apple.com/support/systemstatus/"],
    ["appleSchoolManager", "ru", "https://school.apple.com/"],
  ] as const)("leads %s in %s to %s", (link, locale, url) => {
    expect(helpUrl(link, "https://intune.example", locale)).toBe(url);
  });
});

describe("primaryLinkOf", () => {
  const failed = { actionState: "failed", lastUpdatedAt: testNow - 26 * hourMs } as const;

  it.each([
    ["appleFailure", "appleSystemStatus"],
    ["internalError", "intuneVppTokens"],
    ["expiredVppToken", "intuneVppTokens"],
    ["expiredApplePushNotificationCertificate", "applePushCertificates"],
    ["none", "intuneVppTokens"],
  ] as const)("leads from %s to the next step", (failureReason, link) => {
    const revocation = aRevocation({ ...failed, failureReason }, { lastSyncAt: null });
    expect(primary(revocation)).toBe(link);
  });

  it("leads to Intune when running again comes first", () => {
    expect(primary(aRevocation({ ...failed, failureReason: "appleFailure" }))).toBe("intuneVppTokens");
  });
});

function primary(revocation: ReturnType<typeof aRevocation>) {
  const explanation = explainFailure(revocation, testNow);
  if (explanation === null) throw new Error("expected a failure");
  return primaryLinkOf(explanation);
}
