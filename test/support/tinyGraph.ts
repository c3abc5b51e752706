import { createGraphClient } from "../../src/graph/graphClient.ts";
import { createRequestMeter } from "../../src/graph/requestMeter.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";

interface TinyGraphOptions {
  /** The first of them have something running. */
  readonly tokens: number;
  readonly running: number;
  readonly pageSize?: number;
}

export interface SentRequest {
  readonly at: number;
  readonly kind: "page" | "batch" | "token";
  /** Ids that a `$batch` asks for. */
  readonly ids: readonly string[];
  readonly parts: number;
}

interface Part {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

interface BatchBody {
  readonly requests: readonly { readonly id: string; readonly url: string }[];
}

const origin = "https://graph.microsoft.com";

/** A Graph of any size that answers at once, with a metered reader of it. Time is `Date.now`. */
export function tinyGraph({ tokens, running, pageSize = 100 }: TinyGraphOptions) {
  const sent: SentRequest[] = [];
  const spoiled = new Map<string, Part>();
  const ended = new Set<string>();
  const gone = new Set<string>();
  let signedInRequests = Number.POSITIVE_INFINITY;
  let asked = 0;
  let isSilent = false;
  let isListBroken = false;
  const unanswered: AbortSignal[] = [];

  const idAt = (index: number) => `token-${index}`;
  const token = (index: number) => {
    const id = idAt(index);
    const isRunning = index < running && !ended.has(id);
    return { id, displayName: id, tokenActionResults: [actionResult(isRunning, asked)] };
  };
  const ids = () => Array.from({ length: tokens }, (_, index) => idAt(index)).filter((id) => !gone.has(id));
  const byId = (id: string) => token(Number(id.slice("token-".length)));

  function page(url: URL) {
    const from = Number(url.searchParams.get("$skip") ?? 0);
    if (isListBroken) return json({ error: { code: "InternalServerError" } }, 500);
    const rest = ids().slice(from);
    const next = `${origin}${url.pathname}?$skip=${from + pageSize}`;
    const value = rest.slice(0, pageSize).map(byId);
    return json(rest.length > pageSize ? { value, "@odata.nextLink": next } : { value });
  }

  function batch(body: BatchBody, wanted: readonly string[]) {
    const responses = body.requests.map(({ id }, index) => {
      const tokenId = wanted[index] ?? "";
      const fault = spoiled.get(tokenId) ?? (gone.has(tokenId) ? { status: 404 } : undefined);
      return fault === undefined ? { id, status: 200, body: byId(tokenId) } : { id, body: {}, ...fault };
    });
    return json({ responses });
  }

  async function fetch(input: string, init: RequestInit): Promise<Response> {
    const url = new URL(input);
    asked += 1;
    if (isSilent && init.signal) {
      unanswered.push(init.signal);
      return new Promise(() => undefined);
    }
    if (typeof init.body !== "string") {
      const isList = url.pathname.endsWith("/vppTokens");
      sent.push({ at: Date.now(), kind: isList ? "page" : "token", ids: [], parts: 1 });
      return isList ? page(url) : json(byId(idOf(url.pathname)));
    }
    const body: BatchBody = JSON.parse(init.body);
    const wanted = body.requests.map((request) => idOf(request.url));
    sent.push({ at: Date.now(), kind: "batch", ids: wanted, parts: wanted.length });
    return batch(body, wanted);
  }

  const meter = createRequestMeter({ clock: Date.now });
  const getAccessToken = async () => {
    if (signedInRequests === 0) throw new Error("interaction_required");
    signedInRequests -= 1;
    return "access-1";
  };
  const client = createGraphClient({ origin, fetch, getAccessToken, meter, now: Date.now });
  return {
    reader: createVppTokenReader(client),
    meter,
    sent,
    /** What the token's part of a `$batch` is answered with from now on; `null`: its value. */
    spoil(index: number, part: Part | null) {
      if (part === null) spoiled.delete(idAt(index));
      else spoiled.set(idAt(index), part);
    },
    /** The list of all tokens answers with an error, while single ones are still answered. */
    breakList(isBroken: boolean) {
      isListBroken = isBroken;
    },
    end: (index: number) => void ended.add(idAt(index)),
    remove: (index: number) => void gone.add(idAt(index)),
    /** Nothing is answered any more; the signals of the requests that wait for it. */
    fallSilent(): readonly AbortSignal[] {
      isSilent = true;
      return unanswered;
    },
    /** The sign-in lasts for so many requests more. */
    endSignInAfter(requests: number) {
      signedInRequests = requests;
    },
  };
}

function idOf(path: string): string {
  return /token-\d+/.exec(path)?.[0] ?? "";
}

/** `progress`: attempts so far, so that every answer differs from the one before. */
function actionResult(isRunning: boolean, progress: number) {
  return {
    "@odata.type": "#microsoft.graph.vppTokenRevokeLicensesActionResult",
    actionName: "revokeLicenses",
    actionState: isRunning ? "active" : "done",
    startDateTime: "2026-11-22T10:00:00Z",
    lastUpdatedDateTime: "2026-11-22T11:00:00Z",
    totalLicensesCount: isRunning ? progress : 100,
    failedLicensesCount: 0,
    actionFailureReason: "none",
  };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}
