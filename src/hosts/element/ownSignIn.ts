import type { OpenSession } from "../../app/connection.ts";

/** In a window of its own, which comes back to the portal's redirect page. Loads MSAL. */
export const openOwnSession: OpenSession = async (tenant) => {
  const parts = [import("../../auth/popupSession.ts"), import("../../auth/closingInteraction.ts")] as const;
  const [{ createPopupSession }, { closingInteraction }] = await Promise.all(parts);
  return createPopupSession({ ...tenant, interact: closingInteraction });
};
