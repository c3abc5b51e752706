import { clouds } from "../../app/config/clouds.ts";
import type { AppConfig } from "../../app/config/parseConfig.ts";

type Directives = Readonly<Record<string, string>>;

/** The hash of an empty style element: Fluent's are empty and filled through the CSSOM, so no nonce is needed. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** MSAL signs in to 21Vianet under this name whatever the authority says, see `preferred_network` in msal-common. */
const chinaNetworkOrigin = "https://login.partner.microsoftonline.cn";

// No code here builds script from strings, so no Trusted Types policy has to exist.
const trustedTypes = { "require-trusted-types-for": "'script'", "trusted-types": "'none'" };

/** No file but a page may run, load or be framed; also what a host's own error pages get. */
export const closedPolicy = serialize({ "default-src": "'none'", "frame-ancestors": "'none'" });

/** The dashboard: its own files, the sign-in host and Graph of its cloud, and in demo mode its own files alone. */
export function deriveIndexPolicy(config: AppConfig): string {
  const signIn = loginOrigins(config);
  return serialize({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": `'self' ${emptyStyleHash}`,
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": ["'self'", ...signIn, ...graphOrigins(config)].join(" "),
    "frame-src": signIn.length === 0 ? "'none'" : ["'self'", ...signIn].join(" "),
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    ...trustedTypes,
  });
}

/** MSAL's bridge: one script and nothing else. Silent renewal loads it in a hidden frame of the app itself. */
export const redirectPolicy = serialize({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'self'",
  ...trustedTypes,
});

function loginOrigins(config: AppConfig): readonly string[] {
  if (config.mode === "demo") return [];
  const { loginOrigin } = clouds[config.cloud];
  return config.cloud === "china" ? [loginOrigin, chinaNetworkOrigin] : [loginOrigin];
}

function graphOrigins(config: AppConfig): readonly string[] {
  return config.mode === "demo" ? [] : [clouds[config.cloud].graphOrigin];
}

function serialize(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
