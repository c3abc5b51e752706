/** What is asked for. `claims`: decoded JSON of a claims challenge, passed on once. */
export interface AccessTokenRequest {
  readonly scopes: readonly string[];
  readonly claims?: string;
}

/** All that the rest of the house knows of authentication. Rejects with a `SignInError`. */
export type AccessTokenProvider = (request: AccessTokenRequest) => Promise<string>;

export interface SignedInAccount {
  /** Opaque, stable key of the account in this app. */
  readonly id: string;
  readonly name: string | null;
  readonly username: string;
  readonly tenantId: string;
}

export type SignInProblemKind =
  | "consentMissing"
  | "conditionalAccess"
  | "mfaRequired"
  | "deviceNotCompliant"
  | "userNotAssigned"
  | "unknownApp"
  | "wrongRedirectUri"
  | "wrongTenant"
  | "guestAccount"
  | "personalAccount"
  | "popupBlocked"
  | "cancelled"
  | "clockWrong"
  | "loginUnreachable"
  | "timedOut"
  | "interactionInProgress"
  | "storageBlocked"
  | "sessionEnded"
  | "other";

/** Why there is no access token, in the words of the identity provider that support will ask for. */
export interface SignInProblem {
  readonly kind: SignInProblemKind;
  /** MSAL's `errorCode`. */
  readonly errorCode: string | null;
  /** For example `AADSTS65001`. */
  readonly aadstsCode: string | null;
  readonly correlationId: string | null;
  /** Epoch ms at which it happened here. */
  readonly at: number;
  /** Claims that the interactive request has to carry. */
  readonly claims: string | null;
}

export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, cause?: unknown) {
    super(problem.kind, { cause });
    this.problem = problem;
  }
}

export type SessionState =
  | { readonly kind: "starting" }
  | {
      readonly kind: "signedOut";
      /** Accounts that a person can continue with; empty when nobody has signed in here. */
      readonly accounts: readonly SignedInAccount[];
      readonly problem: SignInProblem | null;
    }
  | {
      readonly kind: "signedIn";
      readonly account: SignedInAccount;
      readonly accounts: readonly SignedInAccount[];
      /** Not `null`: no token without a person. What is on screen stays, polling waits. */
      readonly problem: SignInProblem | null;
    };

/** A sign-in as the app sees it. `subscribe` calls back after every change of `getState`, whose value is stable. */
export interface Session {
  getState(): SessionState;
  subscribe(listener: () => void): () => void;
  readonly getAccessToken: AccessTokenProvider;
  /** Begins an interactive sign-in; carries the claims of the current problem. May navigate away. */
  signIn(options?: {
    readonly accountId?: string;
    readonly prompt?: "select_account" | "consent";
  }): Promise<void>;
  /** Switches to an account that is already signed in here. */
  useAccount(accountId: string): void;
  /** Forgets this app's account only, in every tab of this browser. */
  signOut(): Promise<void>;
}
