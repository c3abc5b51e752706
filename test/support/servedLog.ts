/**
 * What was said of each revocation, in the order in which it was said and each value once until it changed. By token
 * id and start; a value is its state, counts, reason and date as one text.
 */
export type Chains = ReadonlyMap<string, readonly string[]>;

export interface SaidResult {
  readonly tokenId: string;
  /** Epoch ms, like `lastUpdatedAt`. */
  readonly startedAt: number;
  readonly lastUpdatedAt: number;
  readonly actionState: string;
  readonly attempted: number;
  readonly failed: number;
  readonly reason: string;
}

export interface ServedLog {
  /** The JSON of an answer that was sent whole. */
  hear(body: unknown): void;
  /** As they stand now. */
  chains(): Chains;
}

/** Keeps what Graph told, so that it can be held against what a page has observed. */
export function createServedLog(): ServedLog {
  const said = new Map<string, string[]>();
  return {
    hear(body) {
      for (const result of tokensIn(body).flatMap(resultsOf)) append(said, result);
    },
    chains: () => new Map([...said].map(([key, values]) => [key, [...values]])),
  };
}

/** Chains of results that stand in their order. */
export function chainsOf(results: readonly SaidResult[]): Chains {
  const chains = new Map<string, string[]>();
  for (const result of results) append(chains, result);
  return chains;
}

/** What was said and is not among what was kept, in its order. */
export function lostOf(said: Chains, kept: Chains): readonly string[] {
  return [...said].flatMap(([key, values]) => {
    const rest = (kept.get(key) ?? []).values();
    const isKept = (value: string) => {
      for (const candidate of rest) if (candidate === value) return true;
      return false;
    };
    const firstLost = values.find((value) => !isKept(value));
    return firstLost === undefined ? [] : [`${key}: ${firstLost}`];
  });
}

function append(chains: Map<string, string[]>, result: SaidResult): void {
  const { tokenId, startedAt, lastUpdatedAt, actionState, attempted, failed, reason } = result;
  const key = `${tokenId} started ${new Date(startedAt).toISOString()}`;
  const value = `${actionState} ${attempted}/${failed} ${reason} ${new Date(lastUpdatedAt).toISOString()}`;
  const chain = chains.get(key) ?? [];
  if (chain.at(-1) !== value) chains.set(key, [...chain, value]);
}

type Json = Readonly<Record<string, unknown>>;

/** Of a list, of the parts of a `$batch` that succeeded, or of one token by itself. */
function tokensIn(body: unknown): readonly Json[] {
  if (!isRecord(body)) return [];
  if (Array.isArray(body.value)) return body.value.filter(isRecord);
  if (Array.isArray(body.responses))
    return body.responses.flatMap((part) =>
      isRecord(part) && part.status === 200 ? tokensIn(part.body) : [],
    );
  return typeof body.id === "string" ? [body] : [];
}

function resultsOf(token: Json): readonly SaidResult[] {
  const results: readonly unknown[] = Array.isArray(token.tokenActionResults) ? token.tokenActionResults : [];
  return results.filter(isRevocation).map((result) => ({
    tokenId: String(token.id),
    startedAt: Date.parse(String(result.startDateTime)),
    lastUpdatedAt: Date.parse(String(result.lastUpdatedDateTime)),
    actionState: String(result.actionState),
    attempted: Number(result.totalLicensesCount),
    failed: Number(result.failedLicensesCount),
    reason: String(result.actionFailureReason),
  }));
}

function isRevocation(result: unknown): result is Json {
  return isRecord(result) && String(result["@odata.type"]).endsWith("vppTokenRevokeLicensesActionResult");
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
