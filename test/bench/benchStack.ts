import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import sirv from "sirv";
import { createEmulatedGraph, type EmulatedGraph } from "../../src/emulator/emulatedGraph.ts";
import { type AppServer, createAppServer } from "../support/appServer.ts";
import { createCertificate } from "../support/certificate.ts";
import { appOrigin, graphOrigin, loginOrigin } from "../support/entra.ts";
import { listenHttps } from "../support/httpsServer.ts";
import { createIdentityProvider } from "../support/identityProvider.ts";
import { sendResponse, toRequest } from "../support/nodeRequests.ts";

export interface BenchStack {
  readonly app: AppServer;
  /** From a host's name to the local port that serves it. */
  readonly hosts: Readonly<Record<string, number>>;
  /** Gives a user a tenant of their own. A user of the vanilla page has the name for an access token. */
  addTenant(username: string, tokensCount: number): BenchTenant;
  close(): Promise<void>;
}

export interface BenchTenant {
  /** Requests that Graph answered, without preflights. */
  readonly served: () => number;
}

/** The built product, the vanilla page under `/limit/`, Entra and one emulated Graph a user. */
export async function startBenchStack(distFolder: string, limitFolder: string): Promise<BenchStack> {
  const identity = createIdentityProvider();
  const app = createAppServer(distFolder);
  const serveLimit = sirv(limitFolder);
  const tenants = new Map<string, Pick<EmulatedGraph, "handle">>();

  function tenantOf(accessToken: string): Pick<EmulatedGraph, "handle"> | undefined {
    return tenants.get(identity.inspect(accessToken)?.username ?? accessToken);
  }

  const handlers: Readonly<Record<string, RequestListener>> = {
    [appOrigin]: (incoming, outgoing) => {
      const path = incoming.url ?? "/";
      if (!path.startsWith("/limit/")) return app.handle(incoming, outgoing);
      incoming.url = path.slice("/limit".length);
      serveLimit(incoming, outgoing);
    },
    [loginOrigin]: identity.handle,
    [graphOrigin]: (incoming, outgoing) => void answerGraph(tenantOf, incoming, outgoing),
  };
  const certificate = await createCertificate(Object.keys(handlers).map(hostOf));
  const servers = await Promise.all(
    Object.entries(handlers).map(async ([origin, handler]) => {
      return { host: hostOf(origin), server: await listenHttps(handler, certificate) };
    }),
  );
  return {
    app,
    hosts: Object.fromEntries(servers.map(({ host, server }) => [host, server.port])),
    addTenant: (username, tokensCount) => {
      const { graph, served } = createTenant(tokensCount);
      tenants.set(username, graph);
      return { served };
    },
    close: async () => {
      await Promise.all(servers.map(({ server }) => server.close()));
    },
  };
}

const sinceShortReadMs = 10_000;
/** In this time the emulated district changes 1 % of its results. */
const sinceFullReadMs = 5 * 60_000;

/**
 * A tenant whose clock moves with each read as it would at the intervals that the product has by itself, however
 * quickly the reads follow one another here. It begins two days ago, so that it never reaches the future.
 */
function createTenant(tokensCount: number): BenchTenant & { readonly graph: Pick<EmulatedGraph, "handle"> } {
  let served = 0;
  let now = Date.now() - 48 * 60 * 60_000;
  const clock = () => now;
  const origins = { origin: graphOrigin, allowedOrigin: appOrigin };
  const graph = createEmulatedGraph({ scenario: "district", tokensCount, clock, ...origins });
  const handle = (request: Request) => {
    served += 1;
    if (request.method === "POST") now += sinceShortReadMs;
    else if (!request.url.includes("skiptoken")) now += sinceFullReadMs;
    return graph.handle(request);
  };
  return { graph: { handle }, served: () => served };
}

async function answerGraph(
  tenantOf: (accessToken: string) => Pick<EmulatedGraph, "handle"> | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const abort = new AbortController();
  outgoing.on("close", () => abort.abort());
  const request = await toRequest(incoming, graphOrigin, abort.signal);
  if (request === null) return;
  const accessToken = request.headers.get("authorization")?.replace(/^Bearer /, "");
  const graph = accessToken === undefined ? anyTenant : tenantOf(accessToken);
  try {
    if (graph === undefined) throw new Error("an access token of nobody");
    await sendResponse(await graph.handle(request), outgoing);
  } catch {
    incoming.socket.destroy();
  }
}

/** Preflights carry no token and ask nothing of a tenant. */
const anyTenant = createEmulatedGraph({ scenario: "empty", clock: Date.now, allowedOrigin: appOrigin });

function hostOf(origin: string): string {
  return new URL(origin).host;
}
