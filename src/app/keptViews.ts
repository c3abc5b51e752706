import type { SignedInAccount } from "../auth/session.ts";
import type { KeptText } from "../dashboard/finding/savedViews.ts";
import type { AppHost } from "./appHost.ts";

/** Where this browser keeps an account's views under names. */
export function keptViewsOf(host: Pick<AppHost, "keptText">, account: SignedInAccount): KeptText {
  return host.keptText(`views.${account.tenantId}.${account.id}`);
}
