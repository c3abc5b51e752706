import type { AppConfig } from "../../app/config/parseConfig.ts";
import {
  closedPolicy,
  deriveEmbedPolicy,
  deriveIndexPolicy,
  deriveRedirectPolicy,
  deriveWorkerPolicy,
  relayPolicy,
} from "./contentSecurityPolicy.ts";

/** The files that need headers of their own, relative to where the build is deployed; `*` is every other file. */
export const pagePatterns = [
  ...(["index.html", "embed.html", "redirect.html", "relay.html"] as const),
  ...(["config.json", "workers/*", "assets/*", "*"] as const),
] as const;
export type PagePattern = (typeof pagePatterns)[number];

export type HeaderList = Readonly<Record<string, string>>;
export type PageHeaders = Readonly<Record<PagePattern, HeaderList>>;

const everywhere: HeaderList = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
};

/** All of a page's own needs: copying to the clipboard, a wall screen that stays awake and fills the display. */
const permissionsPolicy = [
  ...["camera", "display-capture", "geolocation", "microphone", "midi", "payment", "serial", "usb"].map(deny),
  "clipboard-write=(self)",
  "fullscreen=(self)",
  "screen-wake-lock=(self)",
].join(", ");

const notStored = "no-store";
const hashedForever = "public, max-age=31536000, immutable";
const alwaysAsked = "no-cache";

/**
 * The response headers of each file of the build for one `config.json`: its mode and cloud decide the hosts.
 *
 * `Cross-Origin-Opener-Policy` stands on `index.html` alone. `same-origin-allow-popups` cuts foreign openers off and
 * leaves sign-in popups theirs; the redirect page must not carry one, nor the relay, which answers its opener:
 * https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
 */
export function derivePageHeaders(config: AppConfig): PageHeaders {
  return {
    "index.html": page(deriveIndexPolicy(config), {
      "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
      "Permissions-Policy": permissionsPolicy,
    }),
    "embed.html": page(deriveEmbedPolicy(config), { "Permissions-Policy": permissionsPolicy }),
    "redirect.html": page(deriveRedirectPolicy(config), { "Permissions-Policy": permissionsPolicy }),
    "relay.html": page(relayPolicy, { "Permissions-Policy": permissionsPolicy }),
    "config.json": file(notStored),
    // A worker lives under the policy that its own file brings.
    "workers/*": file(hashedForever, deriveWorkerPolicy(config)),
    "assets/*": file(hashedForever),
    "*": file(alwaysAsked),
  };
}

/** Which pattern a request path falls under; `path` is relative to the deployed folder, without query. */
export function matchPagePattern(path: string): PagePattern {
  if (path === "") return "index.html";
  if (path.startsWith("workers/")) return "workers/*";
  if (path.startsWith("assets/")) return "assets/*";
  return pagePatterns.find((pattern) => pattern === path) ?? "*";
}

function page(policy: string, extra: HeaderList): HeaderList {
  return { "Content-Security-Policy": policy, ...extra, ...everywhere, "Cache-Control": notStored };
}

function file(cacheControl: string, policy = closedPolicy): HeaderList {
  return { "Content-Security-Policy": policy, ...everywhere, "Cache-Control": cacheControl };
}

function deny(feature: string): string {
  return `${feature}=()`;
}
