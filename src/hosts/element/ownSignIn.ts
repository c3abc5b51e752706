import type { OpenSession } from "../../app/connection.ts";

/** In a window of its own, which comes back to the portal's redirect page. Loads MSAL. */
export const openOwnSession: OpenSession = async (tenant) => {
  const { createPopupSession } = await import("../../auth/popupSession.ts");
  return createPopupSession(tenant);
};
