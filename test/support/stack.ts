import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppServer, createAppServer } from "./appServer.ts";
import { createCertificate } from "./certificate.ts";
import { appOrigin, graphOrigin, loginOrigin, portalOrigins } from "./entra.ts";
import { createGraphServer, type GraphServer } from "./graphServer.ts";
import { listenHttps } from "./httpsServer.ts";
import { createIdentityProvider, type IdentityProvider } from "./identityProvider.ts";
import { createPortalServer, type PortalServer } from "./portalServer.ts";

/** The built product, Entra and Graph, each on an origin of its own. */
export interface Stack {
  readonly app: AppServer;
  readonly identity: IdentityProvider;
  readonly graph: GraphServer;
  /** Pages that know nothing of the product but its documentation; the same on each of their origins. */
  readonly portals: PortalServer;
  /** What is served: a copy, so that a build may go on beside the tests. */
  readonly folder: string;
  /** From a host's name to the local port that serves it. */
  readonly hosts: Readonly<Record<string, number>>;
  /** Back to a freshly deployed tenant; tokens that were issued stay known as secrets. */
  reset(): void;
  /** Entra and Graph live so far ahead of the computer's clock. */
  setAhead(ms: number): void;
  close(): Promise<void>;
}

export async function startStack(distFolder = "dist"): Promise<Stack> {
  if (!existsSync(`${distFolder}/index.html`)) throw new Error(`${distFolder} is not built: npm run build`);
  const identity = createIdentityProvider();
  const graph = createGraphServer(identity.inspect);
  const folder = mkdtempSync(join(tmpdir(), "vpp-revocation-monitor-"));
  cpSync(distFolder, folder, { recursive: true });
  const app = createAppServer(folder);
  const portals = createPortalServer(identity.issue);
  const handlers = {
    [appOrigin]: app.handle,
    [loginOrigin]: identity.handle,
    [graphOrigin]: graph.handle,
    ...Object.fromEntries(Object.values(portalOrigins).map((origin) => [origin, portals.handle])),
  };
  const certificate = await createCertificate(Object.keys(handlers).map(hostOf));
  const servers = await Promise.all(
    Object.entries(handlers).map(async ([origin, handler]) => {
      return { host: hostOf(origin), server: await listenHttps(handler, certificate) };
    }),
  );
  return {
    app,
    identity,
    graph,
    portals,
    folder,
    hosts: Object.fromEntries(servers.map(({ host, server }) => [host, server.port])),
    reset: () => {
      for (const part of [app, identity, graph, portals]) part.reset();
    },
    setAhead: (ms) => {
      for (const part of [identity, graph]) part.setAhead(ms);
    },
    close: async () => {
      await Promise.all(servers.map(({ server }) => server.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

function hostOf(origin: string): string {
  return new URL(origin).host;
}
