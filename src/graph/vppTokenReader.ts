import { isUnreadable } from "../domain/received.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../domain/vppToken.ts";
import type { BatchAnswer } from "./batch.ts";
import { tokensById } from "./collectTokens.ts";
import type { GraphClient } from "./graphClient.ts";
import { GraphError } from "./graphError.ts";
import type { ListExchange } from "./listWorker/workerExchange.ts";
import { maxPages } from "./nextLink.ts";
import { parseVppTokenEntity, reportsActionResults } from "./parseVppTokens.ts";
import { readVppTokenList } from "./readVppTokenList.ts";
import { receiveIn, type VppTokenForm, vppTokensPath } from "./vppTokenForm.ts";

export interface ReadAllOptions {
  /** What was read before: unchanged tokens keep their objects, and if nothing changed it is the answer itself. */
  readonly previous?: VppTokensSnapshot | null;
  /**
   * Hears what there is so far after each page but the last one, and before a long first one is taken in; the read goes
   * on when it resolves. Only while there is no complete `previous`: a read that replaces good data has nothing to show
   * before its end.
   */
  readonly onPage?: ((partial: VppTokensSnapshot) => unknown) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface VppTokenReader {
  /** All VPP tokens. Rejects with a `GraphError` (or the caller's abort) when the read breaks off. */
  readAll(options?: ReadAllOptions): Promise<VppTokensSnapshot>;
  /**
   * Some VPP tokens through `$batch`, each judged alone: the token, or why it could not be read (`notFound`: gone, or
   * no longer visible to this account). Rejects when Graph answered none of them.
   */
  readByIds(
    ids: readonly VppTokenId[],
    options?: Pick<ReadAllOptions, "previous" | "signal">,
  ): Promise<ReadonlyMap<VppTokenId, VppToken | GraphError>>;
  /** Lets go of all that it keeps between reads. It may be used again. */
  close(): void;
}

interface VppTokenReaderOptions {
  readonly pageLimit?: number;
  /** Where all but the first read of all tokens happens, if not here. */
  readonly elsewhere?: ListExchange | undefined;
}

/**
 * Reads VPP tokens with `$select`, and finds out once whether this Graph needs the form without it: when it answers 400
 * to `$select`, or leaves the action results out of every token while a token read by itself has them.
 */
export function createVppTokenReader(
  client: GraphClient,
  { pageLimit = maxPages, elsewhere }: VppTokenReaderOptions = {},
): VppTokenReader {
  let form: VppTokenForm = "selected";
  let isSettled = false;

  async function readAll(options: ReadAllOptions = {}): Promise<VppTokensSnapshot> {
    if (isSettled) return readVppTokenList(client, form, { ...options, pageLimit, elsewhere });
    const onBadRequest = async () => settleOn("unselected", await readUnselected(options));
    const snapshot = await readVppTokenList(client, form, { ...options, pageLimit, elsewhere, onBadRequest });
    return isSettled ? snapshot : settle(snapshot, options);
  }

  /** An empty list settles nothing. */
  async function settle(snapshot: VppTokensSnapshot, options: ReadAllOptions): Promise<VppTokensSnapshot> {
    const [sample] = snapshot.tokens;
    if (sample === undefined) return snapshot;
    if (isReported(snapshot)) return settleOn("selected", snapshot);
    const isBetter = await hasResultsUnselected(sample.id, options.signal);
    if (isBetter === null) return snapshot;
    if (!isBetter) return settleOn("selected", snapshot);
    const unselected = await readUnselected(options);
    return settleOn(isReported(unselected) ? "unselected" : "selected", unselected);
  }

  function settleOn(settled: VppTokenForm, snapshot: VppTokensSnapshot): VppTokensSnapshot {
    form = settled;
    isSettled = true;
    return snapshot;
  }

  /** Without `onPage`: it begins anew, and would take away rows that are shown already. */
  function readUnselected({ previous = null, signal }: ReadAllOptions): Promise<VppTokensSnapshot> {
    return readVppTokenList(client, "unselected", { previous, signal, pageLimit, elsewhere });
  }

  /** `null`: not known, because Graph could not be asked now. */
  async function hasResultsUnselected(
    id: VppTokenId,
    signal: AbortSignal | undefined,
  ): Promise<boolean | null> {
    try {
      const body = await client.get(`/beta${vppTokensPath("unselected", id)}`, { signal });
      const vppToken = parseVppTokenEntity(receiveIn("unselected", body));
      return !isUnreadable(vppToken) && vppToken.actionResults !== null;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return isPassing(error) ? null : false;
    }
  }

  return {
    readAll,
    close: () => elsewhere?.close(),
    async readByIds(ids, { previous = null, signal } = {}) {
      const wanted = [...new Set(ids)];
      const before = tokensById(previous, new Set(ids));
      const asked = form;
      const answers = await client.batch(
        wanted.map((id) => ({ url: vppTokensPath(asked, id) })),
        { signal },
      );
      return new Map(wanted.map((id, index) => [id, readAnswer(id, answers[index], asked, before.get(id))]));
    },
  };
}

function readAnswer(
  id: VppTokenId,
  answer: BatchAnswer | undefined,
  form: VppTokenForm,
  previous: VppToken | undefined,
): VppToken | GraphError {
  if (answer?.error) return answer.error;
  const vppToken = parseVppTokenEntity(receiveIn(form, answer?.body), previous);
  const isWanted = !isUnreadable(vppToken) && vppToken.id === id;
  return isWanted ? vppToken : new GraphError("unreadableAnswer", { status: answer?.status ?? null });
}

function isReported({ tokens }: VppTokensSnapshot): boolean {
  return tokens.some(reportsActionResults);
}

function isPassing({ kind }: GraphError): boolean {
  return kind === "network" || kind === "timeout" || kind === "throttled" || kind === "serverError";
}
