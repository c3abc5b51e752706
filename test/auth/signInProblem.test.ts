import { AuthError, BrowserAuthError, InteractionRequiredAuthError, ServerError } from "@azure/msal-browser";
import { describe, expect, it } from "vitest";
import type { SignInProblemKind } from "../../src/auth/session.ts";
import { toSignInProblem } from "../../src/auth/signInProblem.ts";

const at = Date.UTC(2026, 10, 22, 9, 0);

const byNumber: readonly [number, SignInProblemKind][] = [
  [65001, "consentMissing"],
  [65004, "consentMissing"],
  [90094, "consentMissing"],
  [90008, "consentMissing"],
  [53000, "deviceNotCompliant"],
  [53001, "deviceNotCompliant"],
  [53002, "conditionalAccess"],
  [53003, "conditionalAccess"],
  [53004, "conditionalAccess"],
  [530034, "conditionalAccess"],
  [50076, "mfaRequired"],
  [50079, "mfaRequired"],
  [50072, "mfaRequired"],
  [50074, "mfaRequired"],
  [50158, "mfaRequired"],
  [50078, "mfaRequired"],
  [50105, "userNotAssigned"],
  [700016, "unknownApp"],
  [7000112, "unknownApp"],
  [90002, "unknownApp"],
  [50011, "wrongRedirectUri"],
  [9002326, "wrongRedirectUri"],
  [50020, "guestAccount"],
  [90072, "guestAccount"],
  [50034, "wrongTenant"],
  [500200, "personalAccount"],
  [9002332, "personalAccount"],
  [700082, "sessionEnded"],
  [700084, "sessionEnded"],
  [50173, "sessionEnded"],
  [70043, "sessionEnded"],
  [500133, "clockWrong"],
  [90033, "loginUnreachable"],
];

const byErrorCode: readonly [string, SignInProblemKind, boolean][] = [
  ["access_denied", "cancelled", true],
  ["user_cancelled", "cancelled", true],
  ["popup_window_error", "popupBlocked", true],
  ["interaction_in_progress", "interactionInProgress", true],
  ["crypto_nonexistent", "insecurePage", true],
  ["storage_not_supported", "storageBlocked", true],
  ["cache_quota_exceeded", "storageBlocked", true],
  ["timed_out", "timedOut", false],
  ["post_request_failed", "loginUnreachable", false],
  ["no_network_connectivity", "loginUnreachable", false],
  ["failed_to_parse_response", "loginUnreachable", false],
  ["temporarily_unavailable", "loginUnreachable", false],
  ["unauthorized_client", "unknownApp", true],
  ["state_mismatch", "other", true],
];

describe("toSignInProblem", () => {
  it.each(byNumber)("reads AADSTS%i as %s", (number, kind) => {
    const error = new ServerError("invalid_request", "c0ffee", `AADSTS${number}: Some words.`);
    expect(toSignInProblem(error, at)).toMatchObject({ kind, aadstsCode: `AADSTS${number}` });
  });

  it.each(byErrorCode)("reads %s as %s", (errorCode, kind, needsPerson) => {
    const problem = toSignInProblem(new AuthError(errorCode, "c0ffee"), at);
    expect(problem).toMatchObject({ kind, errorCode, needsPerson, aadstsCode: null });
  });

  it("keeps what support will ask for", () => {
    const description =
      "AADSTS50105: Your administrator has configured the app to block you. Trace ID: 1 Correlation ID: 2 Timestamp: 3";
    const text = `Error(s): 50105 - Timestamp: 3 - Description: ${description} - Correlation ID: 2 - Trace ID: 1`;
    const error = new ServerError("invalid_grant", "c0ffee", text, "", "50105", 400);
    expect(toSignInProblem(error, at)).toEqual({
      kind: "userNotAssigned",
      errorCode: "invalid_grant",
      aadstsCode: "AADSTS50105",
      serverMessage: "Your administrator has configured the app to block you.",
      correlationId: "c0ffee",
      at,
      claims: null,
      needsPerson: true,
    });
  });

  it("finds the number beside an empty description", () => {
    const error = new ServerError("invalid_grant", "c0ffee", "", "", "50105");
    expect(toSignInProblem(error, at)).toMatchObject({ kind: "userNotAssigned", aadstsCode: "AADSTS50105" });
  });

  it("prefers the number over the error code", () => {
    const error = new ServerError("access_denied", "c0ffee", "AADSTS90094: Admin approval.");
    expect(toSignInProblem(error, at).kind).toBe("consentMissing");
  });

  it("passes on the claims of a challenge", () => {
    const error = new InteractionRequiredAuthError("interaction_required", "", "", "", "", "", '{"a":1}');
    expect(toSignInProblem(error, at)).toMatchObject({ kind: "sessionEnded", claims: '{"a":1}' });
  });

  it("reads a blocking sub-error as access rules", () => {
    const error = new InteractionRequiredAuthError("interaction_required", "", "", "message_only");
    expect(toSignInProblem(error, at).kind).toBe("conditionalAccess");
  });

  it("tells an unreachable login page from a slow renewal", () => {
    const error = new BrowserAuthError("timed_out", "", "failed_to_redirect");
    expect(toSignInProblem(error, at).kind).toBe("loginUnreachable");
  });

  it.each([429, 500, 503])("may retry after status %i", (status) => {
    const error = new ServerError("unknown_thing", "", "", "", "", status);
    expect(toSignInProblem(error, at)).toMatchObject({ kind: "loginUnreachable", needsPerson: false });
  });

  it.each([new TypeError("boom"), "text", null, undefined])("survives %s", (thrown) => {
    expect(toSignInProblem(thrown, at)).toMatchObject({ kind: "other", errorCode: null, at });
  });
});
