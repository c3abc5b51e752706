import type { VppTokensSnapshot } from "../../domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../../domain/vppToken.ts";
import { type HistoryChange, type HistoryMemory, noChange } from "./historyMemory.ts";
import type { Observation } from "./observation.ts";
import { recordToken, type TokenRecord, withoutReports } from "./recordToken.ts";
import type { RememberedToken } from "./remembered.ts";
import { withRead } from "./watchedSpans.ts";

export interface RecordedRead {
  readonly snapshot: VppTokensSnapshot;
  /** Epoch ms. */
  readonly readAt: number;
  /**
   * When Graph was asked, epoch ms. What another page has seen to change since is newer than this read. `null`: nobody
   * else can have read meanwhile.
   */
  readonly askedAt: number | null;
  /** No page is in sight, so that reads are further apart than they were. */
  readonly isHidden: boolean;
  /** All tokens were read: what a complete snapshot does not name is no longer reported. */
  readonly isFull: boolean;
  /** VPP tokens that a part of this read answered with 404. */
  readonly notFound?: readonly VppTokenId[];
  /** Until the next read is due. */
  readonly intervalMs: number;
  /** Keys of early reads that say the same. */
  readonly early?: readonly number[];
}

export interface Recorded {
  readonly memory: HistoryMemory;
  /** What was seen for the first time or had changed, in the order of the snapshot. */
  readonly observed: readonly Observation[];
  /** What a store has to write. */
  readonly change: HistoryChange;
}

/** VPP tokens that one task records: a few milliseconds, so that a first read of a large tenant stays smooth. */
const tokensPerTask = 100;

/** Puts a read in. A VPP token whose object was recorded before costs one comparison. */
export function recordSnapshot(memory: HistoryMemory, read: RecordedRead): Recorded {
  const sifted = sift(memory, read);
  return assemble(memory, read, sifted, recordTokens(memory, read, sifted.fresh));
}

/** The same in several tasks; `nextTask` resolves in another one. */
export async function recordSnapshotInTasks(
  memory: HistoryMemory,
  read: RecordedRead,
  nextTask: () => Promise<void>,
): Promise<Recorded> {
  const sifted = sift(memory, read);
  const { fresh } = sifted;
  const records: TokenRecord[] = [];
  for (let from = 0; from < fresh.length; from += tokensPerTask) {
    if (from > 0) await nextTask();
    records.push(...recordTokens(memory, read, fresh.slice(from, from + tokensPerTask)));
  }
  return assemble(memory, read, sifted, records);
}

interface Sifted {
  /** Not recorded before. */
  readonly fresh: readonly VppToken[];
  /** Neither recorded before nor to be recorded now. */
  readonly overtaken: readonly VppToken[];
}

function sift(memory: HistoryMemory, read: RecordedRead): Sifted {
  const notFound = new Set(read.notFound);
  const unrecorded = read.snapshot.tokens.filter(
    (vppToken) => !notFound.has(vppToken.id) && isFresh(memory, vppToken, isWhole(read)),
  );
  const overtaken = unrecorded.filter(({ id }) => isOvertaken(memory.tokens.get(id), read));
  if (overtaken.length === 0) return { fresh: unrecorded, overtaken };
  const isLate = new Set(overtaken);
  return { fresh: unrecorded.filter((vppToken) => !isLate.has(vppToken)), overtaken };
}

/** Another page asked later and was answered earlier: what this read says of the token is older than what is remembered. */
function isOvertaken(token: RememberedToken | undefined, { askedAt, readAt }: RecordedRead): boolean {
  if (askedAt === null || token === undefined) return false;
  return token.revocations.some(({ changedAt }) => askedAt < changedAt && changedAt <= readAt);
}

/** One that was not found stays in the snapshot until all tokens are read, and that read is what counts. */
function isFresh({ recorded, notFound }: HistoryMemory, vppToken: VppToken, isWholeRead: boolean): boolean {
  return recorded.get(vppToken.id) !== vppToken || (isWholeRead && notFound.has(vppToken.id));
}

function recordTokens(
  { tokens, fullReadAt }: HistoryMemory,
  { readAt }: RecordedRead,
  fresh: readonly VppToken[],
): readonly TokenRecord[] {
  return fresh.map((vppToken) => recordToken(tokens.get(vppToken.id), vppToken, { readAt, fullReadAt }));
}

function assemble(
  memory: HistoryMemory,
  read: RecordedRead,
  sifted: Sifted,
  records: readonly TokenRecord[],
): Recorded {
  const { spans, touched } = withRead(memory.spans, read);
  const tokens = [
    ...records.map(({ token }) => token).filter(({ revocations }) => revocations.length > 0),
    ...withoutReportsOf(memory, [...missingFrom(memory, read), ...(read.notFound ?? [])], read),
  ];
  const change: HistoryChange = {
    ...noChange,
    continued: records.flatMap(({ continued }) => continued),
    observations: records.flatMap(({ superseded }) => superseded),
    tokens: new Map(tokens.map((token) => [token.id, token])),
    spans: [touched],
    fullReadAt: isWhole(read) ? read.readAt : null,
    early: read.early ?? [],
  };
  return {
    memory: {
      tokens: tokens.length === 0 ? memory.tokens : withEntries(memory.tokens, change.tokens),
      spans,
      fullReadAt: change.fullReadAt ?? memory.fullReadAt,
      recorded: nowRecorded(memory, read, sifted),
      notFound: nowNotFound(memory, read, sifted),
    },
    observed: records.flatMap(({ observed }) => observed),
    change,
  };
}

/** Thousands of entries after each read: without an array for each of them. */
function withEntries<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  entries: Iterable<readonly [Key, Value]>,
): Map<Key, Value> {
  const next = new Map(map);
  for (const [key, value] of entries) next.set(key, value);
  return next;
}

function isWhole({ isFull, snapshot }: RecordedRead): boolean {
  return isFull && snapshot.isComplete;
}

function missingFrom({ tokens }: HistoryMemory, read: RecordedRead): readonly VppTokenId[] {
  if (!isWhole(read)) return [];
  const named = new Set(read.snapshot.tokens.map(({ id }) => id));
  return [...tokens.keys()].filter((id) => !named.has(id));
}

function withoutReportsOf(
  { tokens, fullReadAt }: HistoryMemory,
  ids: readonly VppTokenId[],
  read: RecordedRead,
): readonly RememberedToken[] {
  return ids.flatMap((id) => {
    const token = tokens.get(id);
    const next = token && !isOvertaken(token, read) ? withoutReports(token, read.readAt, fullReadAt) : token;
    return next === undefined || next === token ? [] : [next];
  });
}

function nowRecorded(
  { recorded }: HistoryMemory,
  read: RecordedRead,
  { fresh, overtaken }: Sifted,
): HistoryMemory["recorded"] {
  const { tokens } = read.snapshot;
  const hasLost = isWhole(read) && tokens.length !== recorded.size;
  if (fresh.length === 0 && !hasLost) return recorded;
  const next = isWhole(read) ? new Map(tokens.map(byId)) : withEntries(recorded, fresh.map(byId));
  for (const { id } of overtaken) next.delete(id);
  return next;
}

function nowNotFound(
  { notFound }: HistoryMemory,
  read: RecordedRead,
  { fresh }: Sifted,
): HistoryMemory["notFound"] {
  const added = read.notFound ?? [];
  if (isWhole(read)) return new Set(added);
  if (added.length === 0 && notFound.size === 0) return notFound;
  const found = new Set(fresh.map(({ id }) => id));
  return new Set([...[...notFound].filter((id) => !found.has(id)), ...added]);
}

function byId(vppToken: VppToken): readonly [VppTokenId, VppToken] {
  return [vppToken.id, vppToken];
}
