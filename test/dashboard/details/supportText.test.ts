import { describe, expect, it } from "vitest";
import { supportText } from "../../../src/dashboard/details/supportText.ts";
import { deriveRevocations } from "../../../src/domain/revocation.ts";
import { aResult, aRevocation, aVppToken, testNow } from "../../support/builders.ts";
import { supportFacts } from "./renderDetails.tsx";

describe("supportText", () => {
  it("states every fact under Graph's own name", () => {
    expect(supportText(aRevocation({ failureReason: "appleFailure" }), supportFacts)).toBe(
      `VPP Revocation Monitor 0.1.0: details for support

cloud: global
tenant id: contoso.onmicrosoft.com
last read, request-id: 6fd5cc9a-0000-4000-8000-000000000001
last read, date: 2026-11-22T11:20:00.000Z

vppToken
  id: token-1
  displayName: North District
  organizationName: Contoso Edu
  locationName: Berlin
  state: valid
  expirationDateTime: 2027-06-10T11:20:00.000Z
  lastModifiedDateTime: 2026-08-14T11:20:00.000Z
  lastSyncDateTime: 2026-11-22T09:20:00.000Z
  lastSyncStatus: completed

vppToken.tokenActionResults, this entry
  @odata.type: microsoft.graph.vppTokenRevokeLicensesActionResult
  actionName: revokeLicenses
  actionState: active
  actionFailureReason: appleFailure
  startDateTime: 2026-11-22T10:42:00.000Z
  lastUpdatedDateTime: 2026-11-22T11:19:48.000Z
  totalLicensesCount: 1200
  failedLicensesCount: 20
`,
    );
  });

  it("marks demo data in its first line", () => {
    const text = supportText(aRevocation(), { ...supportFacts, isDemo: true });
    expect(text.split("\n")[0]).toBe("DEMO DATA: emulated, from no real tenant");
  });

  it.each([
    ["missing", { totalLicensesCount: null }, "  totalLicensesCount: not reported"],
    ["negative", { failedLicensesCount: -1 }, "  failedLicensesCount: -1"],
    [
      "unreadable",
      { totalLicensesCount: { kind: "unreadable", raw: "12" } },
      '  totalLicensesCount: "12" (as received, not readable)',
    ],
    ["no date", { startedAt: null }, "  startDateTime: not reported"],
    ["sentinel", { startedAt: "never" }, "  startDateTime: 0001-01-01T00:00:00Z (never)"],
    [
      "no date at all",
      { startedAt: { kind: "unreadable", raw: "soon" } },
      '  startDateTime: "soon" (as received, not readable)',
    ],
    [
      "unrecognized",
      { actionState: { kind: "unrecognized", raw: "paused" } },
      "  actionState: paused (not a documented value)",
    ],
    ["no reason", { failureReason: null }, "  actionFailureReason: not reported"],
  ] as const)("writes a value that is %s as it came", (_name, overrides, line) => {
    expect(supportText(aRevocation(overrides), supportFacts).split("\n")).toContain(line);
  });

  it("keeps a hostile name on its own line", () => {
    const displayName = `a\ntenant id: evil\u2028b\u202ec\r${"x".repeat(10_000)}`;
    const lines = supportText(aRevocation({}, { displayName }), supportFacts).split("\n");
    expect(lines).toHaveLength(supportText(aRevocation(), supportFacts).split("\n").length);
    const nameLine = lines.find((line) => line.includes("displayName")) ?? "";
    expect(nameLine).toMatch(/^ {2}displayName: a tenant id: evil b c x+… \(10022 characters\)$/);
    expect(nameLine.length).toBeLessThan(320);
  });

  it("says when entries cannot be told apart", () => {
    const twice = deriveRevocations(aVppToken({ actionResults: [aResult(), aResult()] }));
    const texts = twice.map((revocation) => supportText(revocation, supportFacts));
    expect(texts.every((text) => text.includes("another entry of this token"))).toBe(true);
  });

  it("leaves unknown surroundings unknown", () => {
    const text = supportText(aRevocation(), {
      ...supportFacts,
      tenantId: null,
      lastRead: { requestId: null, at: null },
    });
    expect(text).toContain("tenant id: not reported");
    expect(text).toContain("last read, request-id: not reported");
    expect(text).toContain("last read, date: not reported");
    expect(text).not.toContain(new Date(testNow).toISOString());
  });
});
