import { type AppConfig, parseConfig } from "../config/parseConfig.ts";
import { isThemeName } from "../themes.ts";

/** What a portal says in place of `config.json`: it signs people in, so there is no application and no tenant. */
export type PortalConfig = Omit<Extract<AppConfig, { mode: "demo" }>, "mode"> & { readonly mode: "portal" };

export type ParsedPortalConfig =
  | { readonly ok: true; readonly config: PortalConfig }
  /** Names of the options that are wrong, such as `cloud` or `poll.activeSeconds`. */
  | { readonly ok: false; readonly wrong: readonly string[] };

/** Whatever a portal has set; what may be left out is `undefined`. */
export interface PortalOptions {
  readonly getAccessToken: unknown;
  readonly cloud: unknown;
  readonly poll: unknown;
  readonly historyKey: unknown;
  readonly theme: unknown;
}

/** The same rules as those of `config.json`: a cloud that is spelled wrong must not send a token anywhere. */
export function parsePortalConfig(options: PortalOptions): ParsedPortalConfig {
  const { getAccessToken, cloud, poll, historyKey, theme } = options;
  const parsed = parseConfig({
    mode: "demo",
    ...(cloud !== undefined && { cloud }),
    ...(poll !== undefined && { poll }),
  });
  const isKey = historyKey === undefined || (typeof historyKey === "string" && historyKey !== "");
  const wrong = [
    ...(typeof getAccessToken === "function" ? [] : ["getAccessToken"]),
    ...(parsed.ok ? [] : parsed.problems.map(({ path }) => path)),
    ...(isKey ? [] : ["historyKey"]),
    ...(theme === undefined || theme === "system" || isThemeName(theme) ? [] : ["theme"]),
  ];
  if (!parsed.ok || wrong.length > 0) return { ok: false, wrong };
  return { ok: true, config: { ...parsed.config, mode: "portal" } };
}
