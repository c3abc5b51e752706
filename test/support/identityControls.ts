import { randomUUID } from "node:crypto";

/** An answer with which Entra refuses; `description` begins with its AADSTS code. */
export interface EntraFailure {
  readonly error: string;
  readonly description: string;
  readonly suberror?: string;
  /** Decoded JSON text that the interactive request has to carry. */
  readonly claims?: string;
}

/** What a test may change while the identity provider runs. */
export interface IdentityControls {
  /** Life of the access tokens that are issued from now on; MSAL renews those with less than five minutes left. */
  accessTokenSeconds: number;
  /** Answer to a sign-in of the whole page. */
  interactiveFailure: EntraFailure | null;
  /** Answer to a sign-in in the hidden frame. */
  silentFailure: EntraFailure | null;
  /** Answer of the token endpoint to a refresh token. */
  refreshFailure: EntraFailure | null;
  /** Answer of the token endpoint to an authorization code. */
  codeFailure: EntraFailure | null;
  /** Connections that are cut: those to the token endpoint, or all. */
  unreachable: "nothing" | "token" | "everything";
}

export function defaultIdentityControls(): IdentityControls {
  return {
    accessTokenSeconds: 3_600,
    interactiveFailure: null,
    silentFailure: null,
    refreshFailure: null,
    codeFailure: null,
    unreachable: "nothing",
  };
}

export const entraFailures = {
  consentRequired: {
    error: "invalid_grant",
    description: "AADSTS65001: The user or administrator has not consented to use the application.",
    suberror: "consent_required",
  },
  adminConsentDeclined: {
    error: "access_denied",
    description: "AADSTS90094: The grant requires admin permission.",
  },
  consentDeclined: {
    error: "access_denied",
    description: "AADSTS65004: User declined to consent to access the app.",
  },
  mfaRequired: {
    error: "interaction_required",
    description: "AADSTS50076: Due to a configuration change, you must use multi-factor authentication.",
    suberror: "basic_action",
    claims:
      '{"access_token":{"capolids":{"essential":true,"values":["4f1ab0b9-0000-4000-8000-000000000001"]}}}',
  },
  deviceNotCompliant: {
    error: "interaction_required",
    description: "AADSTS53000: Your device is required to be managed to access this resource.",
    suberror: "message_only",
  },
  blockedByAccessRules: {
    error: "interaction_required",
    description: "AADSTS53003: Access has been blocked by Conditional Access policies.",
  },
  userNotAssigned: {
    error: "interaction_required",
    description: "AADSTS50105: The signed in user is not assigned to a role for the application.",
  },
  unknownApp: {
    error: "unauthorized_client",
    description: "AADSTS700016: Application with identifier was not found in the directory 'Contoso'.",
  },
  unknownTenant: {
    error: "invalid_request",
    description: "AADSTS90002: Tenant not found. Check to make sure you have the correct tenant ID.",
  },
  accountOfAnotherTenant: {
    error: "invalid_grant",
    description: "AADSTS50034: The user account does not exist in the directory 'Contoso'.",
  },
  guestAccount: {
    error: "access_denied",
    description: "AADSTS50020: User account from identity provider does not exist in tenant 'Contoso'.",
  },
  personalAccount: {
    error: "invalid_request",
    description: "AADSTS500200: User account is a personal Microsoft account.",
  },
  wrongRedirectUri: {
    error: "invalid_client",
    description: "AADSTS50011: The redirect URI specified in the request does not match the registered ones.",
  },
  notSinglePage: {
    error: "invalid_request",
    description: "AADSTS9002326: Cross-origin token redemption is permitted only for single-page apps.",
  },
  refreshTokenExpired: {
    error: "invalid_grant",
    description: "AADSTS700084: The refresh token was issued to a single page app and has expired.",
    suberror: "bad_token",
  },
  loginRequired: {
    error: "login_required",
    description: "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
  },
} as const satisfies Record<string, EntraFailure>;

/** The body of the token endpoint's 400, https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export function tokenFailureBody(failure: EntraFailure): Readonly<Record<string, unknown>> {
  const [code] = /(?<=AADSTS)\d+/.exec(failure.description) ?? [];
  const { traceId, correlationId, timestamp } = trace();
  return {
    error: failure.error,
    error_description: describeFailure(failure, traceId, correlationId, timestamp),
    error_codes: code ? [Number(code)] : [],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(failure.suberror ? { suberror: failure.suberror } : {}),
    ...(failure.claims ? { claims: failure.claims } : {}),
  };
}

/** Where the authorize endpoint sends the browser back to when it refuses. */
export function failureRedirect(failure: EntraFailure, redirectUri: string, state: string): string {
  const { traceId, correlationId, timestamp } = trace();
  const answer = new URLSearchParams({
    error: failure.error,
    error_description: describeFailure(failure, traceId, correlationId, timestamp),
    ...(failure.suberror ? { suberror: failure.suberror } : {}),
    ...(failure.claims ? { claims: failure.claims } : {}),
    state,
  });
  return `${redirectUri}#${answer}`;
}

function trace() {
  const timestamp = new Date()
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
  return { traceId: randomUUID(), correlationId: randomUUID(), timestamp };
}

function describeFailure(
  failure: EntraFailure,
  traceId: string,
  correlationId: string,
  timestamp: string,
): string {
  return `${failure.description} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
}
