import { clouds } from "../../app/config/clouds.ts";
import type { AppConfig } from "../../app/config/parseConfig.ts";

type Directives = Readonly<Record<string, string>>;

/** The hash of an empty style element: Fluent's are empty and filled through the CSSOM, so no nonce is needed. */
const emptyStyleHash = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** 21Vianet's sign-in goes by two names; the pages of one may hand over to the other, and a hidden frame follows. */
const chinaSignInPages = "https://login.partner.microsoftonline.cn";

/** No code here builds script from strings. `policies`: names of the Trusted Types policies that may exist. */
function trustedTypes(policies: string): Directives {
  return { "require-trusted-types-for": "'script'", "trusted-types": policies };
}

/** No file but a page may run, load or be framed; also what a host's own error pages get. */
export const closedPolicy = serialize({ "default-src": "'none'", "frame-ancestors": "'none'" });

/** The dashboard: its own files, the sign-in host and Graph of its cloud, and in demo mode its own files alone. */
export function deriveIndexPolicy(config: AppConfig): string {
  return serialize({ ...dashboardDirectives(config), "frame-ancestors": "'none'" });
}

/** The same in a frame of the portals that the configuration lists. */
export function deriveEmbedPolicy(config: AppConfig): string {
  return serialize({ ...dashboardDirectives(config), "frame-ancestors": portals(config) || "'none'" });
}

function dashboardDirectives(config: AppConfig): Directives {
  return {
    "default-src": "'none'",
    "script-src": "'self'",
    "worker-src": "'self'",
    "style-src": `'self' ${emptyStyleHash}`,
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": ["'self'", ...apiOrigins(config)].join(" "),
    "frame-src": frameSources(config).join(" "),
    "manifest-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    // It makes the address of the one worker, and of nothing else.
    ...trustedTypes("vpp-worker"),
  };
}

/**
 * MSAL's bridge: one script and nothing else. Silent renewal loads it in a hidden frame of the app itself, around which
 * a portal may be.
 */
export function deriveRedirectPolicy(config: AppConfig): string {
  const ancestors = ["'self'", portals(config)].filter(Boolean).join(" ");
  return serialize({ ...oneScript, "frame-ancestors": ancestors });
}

const oneScript: Directives = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  ...trustedTypes("'none'"),
};

/** The window in which a frame's sign-in begins: one script, which reads `config.json`. */
export const relayPolicy = serialize({
  ...oneScript,
  "connect-src": "'self'",
  "frame-ancestors": "'none'",
});

/** The worker that reads large lists: a script by itself, which reaches Graph and nothing else. */
export function deriveWorkerPolicy(config: AppConfig): string {
  return serialize({
    "default-src": "'none'",
    "connect-src": config.mode === "demo" ? "'none'" : clouds[config.cloud].graphOrigin,
    "frame-ancestors": "'none'",
    ...trustedTypes("'none'"),
  });
}

function portals({ embed }: AppConfig): string {
  return embed.allowedOrigins.join(" ");
}

function apiOrigins(config: AppConfig): readonly string[] {
  if (config.mode === "demo") return [];
  const { loginOrigin, graphOrigin } = clouds[config.cloud];
  return [loginOrigin, graphOrigin];
}

/** Silent renewal opens the sign-in host in a hidden frame, which comes back to the app's own redirect page. */
function frameSources(config: AppConfig): readonly string[] {
  if (config.mode === "demo") return ["'none'"];
  const { loginOrigin } = clouds[config.cloud];
  return ["'self'", loginOrigin, ...(config.cloud === "china" ? [chinaSignInPages] : [])];
}

function serialize(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
