import type { SignInProblemKind } from "./session.ts";

/**
 * Numbers of Microsoft Entra that decide which words a person reads. Microsoft keeps the right to change them, so
 * they choose words only, never behaviour, and an unknown one falls back to MSAL's own classes.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes; for 9002326:
 * https://learn.microsoft.com/answers/questions/385914/aadsts9002326-how-to-use-single-page-app-redirect
 */
const aadsts: Partial<Record<SignInProblemKind, readonly number[]>> = {
  consentMissing: [65001, 65004, 90008, 90094, 90095, 650056],
  conditionalAccess: [
    50002, 50005, 50131, 53002, 53003, 53004, 53010, 53011, 500021, 500022, 500212, 500213, 530032, 530034,
    530035,
  ],
  deviceNotCompliant: [50097, 50129, 50155, 50187, 53000, 53001, 135011],
  mfaRequired: [50072, 50074, 50076, 50078, 50079, 50158],
  userNotAssigned: [50105],
  unknownApp: [65005, 70001, 90002, 90038, 650052, 650057, 700011, 700016, 1000031, 7000112],
  wrongRedirectUri: [50011, 70004, 900971, 7000218, 9002326],
  wrongTenant: [16001, 50034, 50143, 51004],
  guestAccount: [16000, 16003, 50014, 50020, 90072, 90084],
  personalAccount: [50136, 500200, 500208, 9002332],
  clockWrong: [500133, 700024],
  sessionEnded: [
    50055, 50058, 50085, 50089, 50132, 50133, 50140, 50144, 50168, 50173, 54005, 70000, 70008, 70043, 700020,
    700082, 700084,
  ],
  loginUnreachable: [50033, 50087, 90006, 90012, 90024, 90033, 90090],
};

/**
 * Source: https://learn.microsoft.com/dotnet/api/microsoft.identity.client.uirequiredexceptionclassification; the
 * last is MSAL's own, for a login page that did not load.
 */
const subErrors: Partial<Record<SignInProblemKind, readonly string[]>> = {
  consentMissing: ["consent_required"],
  conditionalAccess: ["message_only", "additional_action"],
  sessionEnded: ["basic_action", "bad_token", "user_password_expired"],
  loginUnreachable: ["failed_to_redirect"],
};

/** Source: `BrowserAuthErrorCodes`, `ClientAuthErrorCodes` and their neighbours in @azure/msal-browser 5, and RFC 6749. */
const errorCodes: Partial<Record<SignInProblemKind, readonly string[]>> = {
  consentMissing: ["consent_required"],
  cancelled: ["access_denied", "user_cancelled", "user_canceled", "interaction_in_progress_cancelled"],
  interactionInProgress: ["interaction_in_progress"],
  insecurePage: ["crypto_nonexistent"],
  loginUnreachable: [
    "endpoints_resolution_error",
    "failed_to_parse_response",
    "get_request_failed",
    "network_error",
    "no_network_connectivity",
    "openid_config_error",
    "post_request_failed",
    "server_error",
    "temporarily_unavailable",
  ],
  popupBlocked: ["popup_window_error", "empty_window_error"],
  sessionEnded: [
    "invalid_grant",
    "no_account_error",
    "no_account_in_silent_request",
    "no_token_request_cache_error",
    "refresh_token_expired",
  ],
  storageBlocked: [
    "cache_error_unknown",
    "cache_quota_exceeded",
    "in_mem_redirect_unavailable",
    "storage_not_supported",
  ],
  timedOut: ["timed_out"],
  unknownApp: ["invalid_client", "unauthorized_client", "invalid_resource"],
};

export const kindsByAadsts = invert(aadsts, (number) => `AADSTS${number}`);
export const kindsBySubError = invert(subErrors, String);
export const kindsByErrorCode = invert(errorCodes, String);

function invert<Code>(
  table: Partial<Record<SignInProblemKind, readonly Code[]>>,
  toKey: (code: Code) => string,
): ReadonlyMap<string, SignInProblemKind> {
  // `Object.entries` forgets which keys the table can have.
  const entries = Object.entries(table) as [SignInProblemKind, readonly Code[]][];
  return new Map(entries.flatMap(([kind, codes]) => codes.map((code) => [toKey(code), kind] as const)));
}
