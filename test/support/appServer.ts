import type { RequestListener, ServerResponse } from "node:http";
import sirv from "sirv";
import { parseConfig } from "../../src/app/config/parseConfig.ts";
import { headerFormats } from "../../src/hosts/headers/headerFormats.ts";
import {
  derivePageHeaders,
  matchPagePattern,
  type PageHeaders,
  type PagePattern,
} from "../../src/hosts/headers/pageHeaders.ts";
import { clientId, tenantId } from "./entra.ts";

/** What `/config.json` answers; `null` is a file that is not there. */
export interface ServedConfig {
  readonly body: string;
  readonly contentType: string;
}

export const tenantConfig = {
  mode: "tenant",
  clientId,
  tenantId,
  poll: { activeSeconds: 2, idleSeconds: 5 },
} as const;

export type AppServer = ReturnType<typeof createAppServer>;

/** The built product as a static host serves it, with the headers that `npm run headers` prints for its configuration. */
export function createAppServer(distFolder: string) {
  let config: ServedConfig | null = asJson(tenantConfig);
  let headers = printedHeaders(tenantConfig);
  let isBare = false;
  let paths: string[] = [];
  let released: Promise<void> = Promise.resolve();
  const serveFile = sirv(distFolder, { etag: true });

  const handle: RequestListener = (incoming, outgoing) => {
    const path = new URL(incoming.url ?? "/", "https://app.invalid").pathname.slice(1);
    paths.push(path);
    for (const [name, value] of isBare ? [] : Object.entries(headers[matchPagePattern(path)]))
      outgoing.setHeader(name, value);
    if (path === "config.json") void released.then(() => sendConfig(config, outgoing));
    else serveFile(incoming, outgoing, () => sendNotFound(outgoing));
  };

  return {
    handle,
    /** Paths that were asked for, without the leading slash. */
    get paths(): readonly string[] {
      return paths;
    },
    /** A valid configuration, and the headers that belong to it. */
    deploy: (value: Readonly<Record<string, unknown>>) => {
      config = asJson(value);
      headers = printedHeaders(value);
    },
    /** A host that sends the files and nothing else. */
    sendNoHeaders: () => {
      isBare = true;
    },
    /** Headers that somebody has changed, or that were printed for another release. */
    changePolicy: (pattern: PagePattern, change: (policy: string) => string) => {
      const name = "Content-Security-Policy";
      const own = headers[pattern];
      headers = { ...headers, [pattern]: { ...own, [name]: change(own[name] ?? "") } };
    },
    /** Whatever an operator may have put there; the headers stay those of the last deployment. */
    serveConfig: (served: ServedConfig | null) => {
      config = served;
    },
    /** Keeps everyone waiting for `/config.json` until the returned function is called. */
    holdConfig: (): (() => void) => {
      let release = () => {};
      released = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    reset: () => {
      released = Promise.resolve();
      config = asJson(tenantConfig);
      headers = printedHeaders(tenantConfig);
      isBare = false;
      paths = [];
    },
  };
}

function asJson(value: unknown): ServedConfig {
  return { body: JSON.stringify(value), contentType: "application/json" };
}

/** The `json` form of `npm run headers`, read back. */
function printedHeaders(value: unknown): PageHeaders {
  const parsed = parseConfig(value);
  if (!parsed.ok) throw new Error(`not a configuration: ${JSON.stringify(parsed.problems)}`);
  return JSON.parse(headerFormats.json(derivePageHeaders(parsed.config)));
}

function sendConfig(config: ServedConfig | null, outgoing: ServerResponse): void {
  if (!config) {
    sendNotFound(outgoing);
    return;
  }
  outgoing.setHeader("content-type", config.contentType);
  outgoing.end(config.body);
}

function sendNotFound(outgoing: ServerResponse): void {
  outgoing.writeHead(404, { "content-type": "text/html" });
  outgoing.end("<!doctype html><title>404</title><h1>Not found</h1>");
}
