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
  /** Nobody has said whose it is: nothing may be kept for it, or shared with another page. */
  readonly isUnknown?: boolean;
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
  | "insecurePage"
  | "sessionEnded"
  | "hostRefused"
  | "hostSlow"
  | "other";

/** Why there is no access token, in the words of the identity provider that support will ask for. */
export interface SignInProblem {
  readonly kind: SignInProblemKind;
  /** MSAL's `errorCode`. */
  readonly errorCode: string | null;
  /** For example `AADSTS65001`. */
  readonly aadstsCode: string | null;
  /** The identity provider's own sentence, in its language; never branch on it. */
  readonly serverMessage: string | null;
  readonly correlationId: string | null;
  /** Epoch ms at which it happened here. */
  readonly at: number;
  /** Claims that the interactive request has to carry. */
  readonly claims: string | null;
  /** `false`: the same call may succeed later by itself, so whoever polls goes on trying. */
  readonly needsPerson: boolean;
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
      /** Whose account a person has just signed out, in this tab or another one. */
      readonly signedOutAccount: SignedInAccount | null;
    }
  | {
      readonly kind: "signedIn";
      readonly account: SignedInAccount;
      readonly accounts: readonly SignedInAccount[];
      /**
       * What a person should know of the sign-in. With `needsPerson` there is no token without them: what is on
       * screen stays, polling waits. Trouble that may pass by itself is not kept here: the caller of
       * `getAccessToken` gets it.
       */
      readonly problem: SignInProblem | null;
    };

export interface SignInOptions {
  readonly accountId?: string;
  /** `none`: the login page answers at once, with a problem where it would have to ask a person. */
  readonly prompt?: "select_account" | "consent" | "none";
}

/** A sign-in as the app sees it. `subscribe` calls back after every change of `getState`, whose value is stable. */
export interface Session {
  readonly getState: () => SessionState;
  /** The surroundings sign in and out: there is no account here that a person could see or leave. */
  readonly isOfHost?: boolean;
  /** The browser keeps nothing: whoever signs in has to do it again once the page is loaded again. */
  readonly endsWithPage?: boolean;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getAccessToken: AccessTokenProvider;
  /**
   * Begins an interactive sign-in; carries the claims of the current problem. May navigate away.
   * Never rejects: a failure becomes the problem of the state.
   */
  readonly signIn: (options?: SignInOptions) => Promise<void>;
  /** Switches to an account that is already signed in here. */
  readonly switchAccount: (accountId: string) => void;
  /** Forgets this app's account only, in every tab of this browser. */
  readonly signOut: () => Promise<void>;
  /** Downloads what a sign-in or a renewal needs and this page has done without so far. */
  readonly preload: () => void;
  /** Stops listening to other tabs. */
  readonly dispose: () => void;
}
