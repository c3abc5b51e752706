import type { AuthenticationResult, PopupRequest } from "@azure/msal-browser";

/** How a session asks a person to sign in. Both reject as MSAL does. */
export interface Interaction {
  /**
   * A sign-in that was under way when this page began, or that needs nobody. `isAccountKnown`: the page has somebody to
   * go on with.
   */
  takeUp(isAccountKnown: boolean): Promise<AuthenticationResult | null>;
  /** `null`: the browser leaves this page. */
  signIn(request: InteractiveRequest): Promise<AuthenticationResult | null>;
  /** A person may have closed the last window unseen: another may be opened before that has an end. */
  readonly mayBeginAgain?: boolean;
  /** Downloads what `signIn` needs. */
  preload(): void;
  /** Waits for nobody any more; what was asked rejects. */
  cancel?(): void;
}

export type InteractiveRequest = Pick<PopupRequest, "scopes" | "account" | "prompt" | "claims">;
