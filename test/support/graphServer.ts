import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createEmulatedGraph } from "../../src/emulator/emulatedGraph.ts";
import type { Fault } from "../../src/emulator/fault.ts";
import type { ScenarioName } from "../../src/emulator/scenarios.ts";
import { appOrigin, graphOrigin } from "./entra.ts";
import type { IdentityProvider } from "./identityProvider.ts";
import { sendResponse, toRequest } from "./nodeRequests.ts";
import { createServedLog, type ServedLog } from "./servedLog.ts";

export interface GraphExchange {
  readonly method: string;
  readonly url: URL;
  readonly accessToken: string | null;
  readonly clientRequestId: string | null;
  /** `null` when no answer was sent. */
  readonly status: number | null;
  /** Bytes of the answer's body on the wire. */
  readonly bytes: number;
}

export type GraphServer = ReturnType<typeof createGraphServer>;

/** The emulated Graph behind real HTTPS and CORS; it accepts the access tokens of the identity provider beside it. */
export function createGraphServer(inspect: IdentityProvider["inspect"]) {
  let aheadMs = 0;
  let graph = emulate("mixed");
  let fault: Fault | null = null;
  let revokedBefore = 0;
  let exchanges: GraphExchange[] = [];
  let log: ServedLog | null = null;

  function emulate(scenario: ScenarioName, tokensCount?: number) {
    return createEmulatedGraph({
      scenario,
      ...(tokensCount !== undefined && { tokensCount }),
      clock: () => Date.now() + aheadMs,
      origin: graphOrigin,
      allowedOrigin: appOrigin,
      authorize,
      fault: async (request, readNumber, context) => (await fault?.(request, readNumber, context)) ?? null,
    });
  }

  function authorize(accessToken: string | null) {
    const issued = accessToken === null ? null : inspect(accessToken);
    if (!issued) return "invalid";
    return issued.issuedAt < revokedBefore ? { claims: revocationClaims(revokedBefore) } : "ok";
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const abort = new AbortController();
    outgoing.on("close", () => abort.abort());
    const request = await toRequest(incoming, graphOrigin, abort.signal);
    if (request === null) return;
    try {
      const response = await graph.handle(request);
      const told = log === null ? null : response.clone();
      const bytes = await sendResponse(response, outgoing);
      record(request, response.status, bytes);
      if (told !== null && !outgoing.destroyed) await note(request, told);
    } catch {
      record(request, null, 0);
      incoming.socket.destroy();
    }
  }

  /** What a client cannot take in is nothing that it was told. */
  async function note({ url }: Request, told: Response): Promise<void> {
    const body = await told.json().catch(() => null);
    const next: string = body?.["@odata.nextLink"] ?? "";
    const isTrail =
      url.endsWith("/$batch") || next === "" || (next !== url && next.startsWith(`${graphOrigin}/beta/`));
    if (told.ok && isTrail) log?.hear(body);
  }

  function record(request: Request, status: number | null, bytes: number): void {
    const accessToken = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? null;
    const clientRequestId = request.headers.get("client-request-id");
    const { method, url } = request;
    exchanges.push({ method, url: new URL(url), accessToken, clientRequestId, status, bytes });
  }

  const handle: RequestListener = (incoming, outgoing) => void answer(incoming, outgoing);

  return {
    handle,
    /** What was asked and answered, without preflights. */
    get exchanges(): readonly GraphExchange[] {
      return exchanges.filter(({ method }) => method !== "OPTIONS");
    },
    get preflights(): readonly GraphExchange[] {
      return exchanges.filter(({ method }) => method === "OPTIONS");
    },
    use: (scenario: ScenarioName, tokensCount?: number) => {
      graph = emulate(scenario, tokensCount);
    },
    /** Its clock goes so far ahead of the computer's. */
    setAhead: (ms: number) => {
      aheadMs = ms;
    },
    /** Keeps from now on what is told of revocations. */
    keepLog: (): ServedLog => {
      log = createServedLog();
      return log;
    },
    /** Goes wrong from now on; `null` heals it. */
    fail: (next: Fault | null) => {
      fault = next;
    },
    /** Continuous access evaluation: from now on, tokens issued before this moment are challenged. Returns the claims. */
    challengeEarlierTokens: (): string => {
      revokedBefore = Date.now();
      return revocationClaims(revokedBefore);
    },
    reset: () => {
      aheadMs = 0;
      log = null;
      graph = emulate("mixed");
      fault = null;
      revokedBefore = 0;
      exchanges = [];
    },
  };
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function revocationClaims(sinceMs: number): string {
  return JSON.stringify({
    access_token: { nbf: { essential: true, value: String(Math.floor(sinceMs / 1_000)) } },
  });
}
