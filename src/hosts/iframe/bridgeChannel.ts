import type { ParentChannel } from "./parentChannel.ts";

/**
 * Teams, Outlook and Microsoft 365 offer the apps in them a bridge to their own sign-in.
 * Source: https://learn.microsoft.com/microsoftteams/platform/concepts/authentication/nested-authentication
 */
export function hasSignInBridge(frame: Window): boolean {
  return Reflect.get(frame, "nestedAppAuthBridge") !== undefined;
}

/** In place of a parent that speaks with this frame: such a host signs people in, and hears and chooses nothing. */
export function bridgeChannel(origin: string): ParentChannel {
  return {
    origin,
    settings: { hasAccessTokens: false },
    hasSignInBridge: true,
    getAccessToken: () => Promise.reject(new Error("the host gives access tokens by its bridge alone")),
    say: () => {},
    subscribe: () => () => {},
  };
}
