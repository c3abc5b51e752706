import { type AppConfig, parseConfig, type TenantConfig } from "../config/parseConfig.ts";
import { isThemeName } from "../themes.ts";

/** What a portal says in place of `config.json`: it signs people in, so there is no application and no tenant. */
export type PortalConfig = Omit<Extract<AppConfig, { mode: "demo" }>, "mode"> & { readonly mode: "portal" };

export type ParsedPortalConfig =
  /** A tenant's: nobody gives access tokens, people sign in here. */
  | { readonly ok: true; readonly config: PortalConfig | TenantConfig }
  /** Names of the options that are wrong, such as `cloud` or `poll.activeSeconds`. */
  | { readonly ok: false; readonly wrong: readonly string[] };

/** Whatever a portal has set; what may be left out is `undefined`. */
export interface PortalOptions {
  readonly getAccessToken: unknown;
  /** Heeded where there is no `getAccessToken`. */
  readonly signIn?: OwnSignInOptions | undefined;
  readonly cloud: unknown;
  readonly poll: unknown;
  readonly historyKey: unknown;
  readonly theme: unknown;
  readonly brandColor?: unknown;
}

/** Named after the attributes that set them. */
export interface OwnSignInOptions {
  readonly "client-id": unknown;
  readonly "tenant-id": unknown;
  /** Of the portal's own origin, else no window could bring the sign-in back to it. */
  readonly "redirect-uri": unknown;
}

/**
 * The same rules as those of `config.json`: a cloud that is spelled wrong must not send a token anywhere. `pageUrl` is
 * the portal's.
 */
export function parsePortalConfig(options: PortalOptions, pageUrl: string): ParsedPortalConfig {
  const { getAccessToken, signIn, cloud, poll, historyKey, theme, brandColor } = options;
  const isOwn = getAccessToken === undefined && signIn !== undefined;
  const redirectUri = isOwn ? urlOfSameOrigin(signIn["redirect-uri"], pageUrl) : null;
  const parsed = parseConfig({
    ...(isOwn ? tenantOf(signIn) : { mode: "demo" }),
    ...(cloud !== undefined && { cloud }),
    ...(poll !== undefined && { poll }),
  });
  const isKey = historyKey === undefined || (typeof historyKey === "string" && historyKey !== "");
  const wrong = [
    ...(isOwn || typeof getAccessToken === "function" ? [] : ["getAccessToken"]),
    ...(parsed.ok ? [] : parsed.problems.map(({ path }) => attributes.get(path) ?? path)),
    ...(isOwn && redirectUri === null ? ["redirect-uri"] : []),
    ...(isKey ? [] : ["historyKey"]),
    ...(theme === undefined || theme === "system" || isThemeName(theme) ? [] : ["theme"]),
    ...(brandColor === undefined || isHexColor(brandColor) ? [] : ["brandColor"]),
  ];
  if (!parsed.ok || wrong.length > 0) return { ok: false, wrong };
  const { config } = parsed;
  if (config.mode === "demo") return { ok: true, config: { ...config, mode: "portal" } };
  return { ok: true, config: { ...config, ...(redirectUri !== null && { redirectUri }) } };
}

const attributes = new Map([
  ["clientId", "client-id"],
  ["tenantId", "tenant-id"],
]);

function tenantOf({ "client-id": clientId, "tenant-id": tenantId }: OwnSignInOptions) {
  return { mode: "tenant", clientId: clientId ?? "", tenantId: tenantId ?? "" };
}

function isHexColor(value: unknown): boolean {
  return typeof value === "string" && /^#([\da-f]{3}|[\da-f]{6})$/i.test(value);
}

function urlOfSameOrigin(value: unknown, pageUrl: string): string | null {
  if (typeof value !== "string" || value === "" || !URL.canParse(value, pageUrl)) return null;
  const url = new URL(value, pageUrl);
  return url.origin === new URL(pageUrl).origin ? url.href : null;
}
