import { readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { createEmulatedGraph } from "../../src/emulator/emulatedGraph.ts";
import type { Fault } from "../../src/emulator/fault.ts";
import { faults } from "../../src/emulator/faults.ts";
import { createCertificate } from "../support/certificate.ts";
import { graphOrigin, loginOrigin, portalOrigins } from "../support/entra.ts";
import { createHeldTokens } from "../support/heldTokens.ts";
import { listenHttps } from "../support/httpsServer.ts";
import { createIdentityProvider } from "../support/identityProvider.ts";
import { readBody, sendResponse, toRequest } from "../support/nodeRequests.ts";
import { buildPortalSite } from "./portalSite.ts";

export const portalOrigin = portalOrigins.sameSite;

/** What a careful portal sends: nothing in it is there for the monitor but `connect-src`. */
const policy = policyWith(`connect-src 'self' ${graphOrigin}`, "frame-ancestors 'none'");

/** Where the monitor signs people in: a frame of the portal's own page looks whether Microsoft knows them already. */
const ownSignInPolicy = policyWith(
  ...[`connect-src 'self' ${graphOrigin} ${loginOrigin}`, `frame-src 'self' ${loginOrigin}`],
  "frame-ancestors 'self'",
);

function policyWith(...directives: readonly string[]): string {
  return [
    ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:"],
    ...[...directives, "base-uri 'none'", "form-action 'none'"],
    ...["require-trusted-types-for 'script'", "trusted-types 'none'"],
  ].join("; ");
}

const tokenOf = (tenant: string) => `token-${tenant}`;

export interface TokenRequest {
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly claims?: string;
}

export type PortalStack = Awaited<ReturnType<typeof startPortalStack>>;

/** The portals on their origin, and Graph with a tenant for each of their access tokens: `a` and `b`. */
export async function startPortalStack() {
  const site = await buildPortalSite();
  const serveFile = sirv(site.folder, { etag: true, dev: false });
  const css = readFileSync("test/portal/pages/portal.css", "utf8");
  const identity = createIdentityProvider();
  let aheadMs = 0;
  let tenants = newTenants();
  let tokenRequests: TokenRequest[] = [];
  let isRefusing = false;
  let lacksScope = false;
  let heedsClaims = true;
  let challenge: string | null = null;
  let served: string[] = [];
  const held = createHeldTokens();

  function newTenants() {
    const fault: Fault = (...asked) => (lacksScope ? faults.forbidden(...asked) : null);
    const shared = {
      clock: () => Date.now() + aheadMs,
      origin: graphOrigin,
      allowedOrigin: portalOrigin,
      fault,
    };
    const authorize = (token: string | null) => {
      if (token !== null && identity.inspect(token) !== null) return "ok";
      if (token === null || !/^token-[ab]/.test(token)) return "invalid";
      return challenge !== null && !token.endsWith("-met") ? { claims: challenge } : "ok";
    };
    return {
      a: createEmulatedGraph({ ...shared, scenario: "mixed", authorize }),
      b: createEmulatedGraph({ ...shared, scenario: "failures", authorize }),
    };
  }

  async function answerGraph(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const abort = new AbortController();
    outgoing.on("close", () => abort.abort());
    try {
      const request = await toRequest(incoming, graphOrigin, abort.signal);
      if (request === null) return;
      const isB = request.headers.get("authorization")?.startsWith("Bearer token-b");
      await sendResponse(await tenants[isB ? "b" : "a"].handle(request), outgoing);
    } catch {
      incoming.socket.destroy();
    }
  }

  async function giveToken(incoming: IncomingMessage, url: URL, outgoing: ServerResponse): Promise<void> {
    const request = JSON.parse((await readBody(incoming)).toString());
    const tenant = url.searchParams.get("tenant") ?? "a";
    tokenRequests.push({ tenant, ...request });
    await held.free();
    outgoing.writeHead(isRefusing ? 403 : 200, { "content-type": "text/plain" });
    const isMet = request.claims !== undefined && heedsClaims;
    outgoing.end(isRefusing ? "" : tokenOf(tenant) + (isMet ? "-met" : ""));
  }

  const answerPortal: RequestListener = (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", portalOrigin);
    const isOwnSignIn = /^\/(own-)?sign-in/.test(url.pathname);
    outgoing.setHeader("content-security-policy", isOwnSignIn ? ownSignInPolicy : policy);
    if (url.pathname === "/api/graph-token") return void giveToken(incoming, url, outgoing);
    const page = site.pages.get(url.pathname);
    const text = page ?? (url.pathname === "/portal.css" ? css : null);
    if (text === null) {
      served.push(url.pathname);
      return serveFile(incoming, outgoing, () => void outgoing.writeHead(404).end());
    }
    outgoing.setHeader("content-type", page === undefined ? "text/css" : "text/html; charset=utf-8");
    outgoing.end(text);
  };

  const origins = {
    [portalOrigin]: answerPortal,
    [graphOrigin]: answerGraph,
    [loginOrigin]: identity.handle,
  };
  const hostOf = (origin: string) => new URL(origin).host;
  const certificate = await createCertificate(Object.keys(origins).map(hostOf));
  const servers = await Promise.all(
    Object.entries(origins).map(async ([origin, handler]) => ({
      host: hostOf(origin),
      server: await listenHttps((incoming, outgoing) => void handler(incoming, outgoing), certificate),
    })),
  );
  return {
    hosts: Object.fromEntries(servers.map(({ host, server }) => [host, server.port])),
    /** Of what was served as a file. */
    get served(): readonly string[] {
      return served;
    },
    get tokenRequests(): readonly TokenRequest[] {
      return tokenRequests;
    },
    identity,
    /** Every token that Graph takes. */
    get secrets(): ReadonlySet<string> {
      return new Set([...identity.secrets, ...Object.keys(tenants).map(tokenOf)]);
    },
    fileOf: (path: string) => join(site.folder, path),
    setRefusing: (next: boolean) => {
      isRefusing = next;
    },
    /** Whether the portal's access tokens are for something else than reading VPP tokens. */
    setLacksScope: (next: boolean) => {
      lacksScope = next;
    },
    /** The tenants live so far ahead of the computer's clock. */
    setAhead: (ms: number) => {
      aheadMs = ms;
    },
    /** Whether the portal passes claims on to Microsoft Entra. */
    setHeedsClaims: (next: boolean) => {
      heedsClaims = next;
    },
    ...held.controls,
    /** From now on Graph challenges every token but those that were given for claims. */
    challenge: (claims: string) => {
      challenge = claims;
    },
    reset: () => {
      identity.reset();
      tenants = newTenants();
      tokenRequests = [];
      served = [];
      isRefusing = false;
      lacksScope = false;
      heedsClaims = true;
      challenge = null;
      aheadMs = 0;
      held.release();
    },
    close: async () => {
      await Promise.all(servers.map(({ server }) => server.close()));
      rmSync(site.folder, { recursive: true });
    },
  };
}
