import type { AppHost } from "../../app/appHost.ts";
import type { ParentChannel } from "./parentChannel.ts";

type OpenSession = NonNullable<AppHost["openSession"]>;

/** Who signs in: the parent where it offers to, by its bridge or by messages, else this frame, in a window of its own. */
export function frameSession({ origin, settings, hasSignInBridge, getAccessToken }: ParentChannel): {
  readonly open: OpenSession;
  /** The parent does not say whose access tokens it gives. */
  readonly isAccountUnknown: boolean;
} {
  const { hasAccessTokens, historyKey } = settings;
  // What one parent calls somebody may be another person for the next.
  const accountKey = historyKey === undefined ? null : `${origin} ${historyKey}`;
  const open: OpenSession = async (tenant) => {
    if (hasSignInBridge) {
      const parts = [import("../../auth/popupSession.ts"), import("../../auth/nestedClient.ts")] as const;
      const [{ createPopupSession }, { createNestedClient }] = await Promise.all(parts);
      const session = await createPopupSession({
        ...tenant,
        createClient: createNestedClient,
        isBrokered: true,
      });
      // The host knows who it is.
      return { ...session, endsWithPage: false };
    }
    if (!hasAccessTokens) {
      const { createPopupSession } = await import("../../auth/popupSession.ts");
      return createPopupSession({ ...tenant, relayUri: new URL("relay.html", tenant.redirectUri).href });
    }
    const { createHostSession } = await import("../../auth/hostSession.ts");
    return createHostSession({ getAccessToken, accountKey, clock: tenant.clock });
  };
  return { open, isAccountUnknown: hasAccessTokens && accountKey === null };
}
