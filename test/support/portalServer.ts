import type { RequestListener } from "node:http";
import { createHeldTokens } from "./heldTokens.ts";
import type { IdentityProvider } from "./identityProvider.ts";

/** What a portal serves besides access tokens. */
export interface PortalPage {
  /** What stands in its body. */
  readonly body: string;
  /** Text of the module `/portal.js`, which the body loads. */
  readonly script: string;
}

export interface PortalTokenRequest {
  readonly scope: string;
  readonly claims: string | null;
}

export type PortalServer = ReturnType<typeof createPortalServer>;

const noPage: PortalPage = { body: "<h1>Portal</h1>", script: "" };

/** A portal with a strict policy of its own, whose sign-in, already done, gives access tokens at `/access-token`. */
export function createPortalServer(issue: IdentityProvider["issue"]) {
  let page = noPage;
  let isSignedIn = true;
  let tokenRequests: PortalTokenRequest[] = [];
  let accessToken: string | null = null;
  const held = createHeldTokens();

  /** As MSAL's cache does: the same one until a challenge asks for another. */
  function accessTokenFor(claims: string | null): string {
    if (claims !== null || accessToken === null) accessToken = issue("ada", claims);
    return accessToken;
  }

  const handle: RequestListener = ({ url = "/" }, response) => {
    const { pathname, searchParams } = new URL(url, "https://portal.invalid");
    const send = (type: string, text: string) => response.setHeader("content-type", type).end(text);
    if (pathname === "/") {
      response.setHeader("content-security-policy", policy);
      send("text/html", `<!doctype html><html lang="en"><title>Portal</title>${page.body}`);
    } else if (pathname === "/portal.js") send("text/javascript", page.script);
    else if (pathname === "/access-token" && isSignedIn) {
      const claims = searchParams.get("claims");
      tokenRequests.push({ scope: searchParams.get("scope") ?? "", claims });
      void held.free().then(() => send("text/plain", accessTokenFor(claims)));
    } else response.writeHead(pathname === "/access-token" ? 401 : 404).end();
  };

  return {
    handle,
    get tokenRequests(): readonly PortalTokenRequest[] {
      return tokenRequests;
    },
    serve: (served: PortalPage) => {
      page = served;
    },
    setSignedIn: (value: boolean) => {
      isSignedIn = value;
    },
    ...held.controls,
    reset: () => {
      held.release();
      page = noPage;
      isSignedIn = true;
      tokenRequests = [];
      accessToken = null;
    },
  };
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src https:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");
