import type { TenantConfig } from "./parseConfig.ts";

/** Absolute URL of the redirect page. `pageUrl`: the app's own, without query and fragment; `null`: it has none. */
export function redirectUriOf(config: TenantConfig, pageUrl: string): string;
export function redirectUriOf(config: TenantConfig, pageUrl: string | null): string | null;
export function redirectUriOf({ redirectUri }: TenantConfig, pageUrl: string | null): string | null {
  if (redirectUri !== undefined) return redirectUri;
  return pageUrl === null ? null : new URL("redirect.html", pageUrl).href;
}
