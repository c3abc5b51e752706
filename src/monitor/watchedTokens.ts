import { isRunning } from "../domain/outcome.ts";
import { deriveRevocations } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../domain/vppToken.ts";
import { GraphError } from "../graph/graphError.ts";
import { type NotFoundTokens, notFoundAfterFullRead, notFoundAgain } from "./notFoundTokens.ts";

/** What the watch keeps of Graph's answers. Times are epoch ms. */
export interface WatchedTokens {
  readonly snapshot: VppTokensSnapshot;
  /** When the last read succeeded, whole or only of the running ones; `null` while the first is under way. */
  readonly readAt: number | null;
  /** When the last read of all tokens ended. */
  readonly fullReadAt: number | null;
  /** Tokens whose revocations all ended at the last look: looked at once more before they are left alone. */
  readonly settling: ReadonlySet<VppTokenId>;
  /** Tokens that could not be read when last asked for: their last values stay. Absent: none. */
  readonly unread?: ReadonlyMap<VppTokenId, UnreadToken>;
  /** Tokens that were not found when last asked for. Absent: none. */
  readonly notFound?: NotFoundTokens;
  /** Parts that the last read of all tokens cost. Absent: not known. */
  readonly fullReadParts?: number;
}

export interface UnreadToken {
  /** Times in a row. */
  readonly failures: number;
  /** Graph asked not to be asked for this token earlier; epoch ms. */
  readonly notBefore: number;
}

const runningByToken = new WeakMap<VppToken, boolean>();

function hasRunningRevocations(vppToken: VppToken): boolean {
  const known = runningByToken.get(vppToken);
  if (known !== undefined) return known;
  const isHot = deriveRevocations(vppToken).some(({ outcome }) => isRunning(outcome));
  runningByToken.set(vppToken, isHot);
  return isHot;
}

const hotIdsOf = new WeakMap<WatchedTokens, readonly VppTokenId[]>();

/**
 * Tokens with something running and those that have just ended: what short reads ask for. One that is listed and was
 * not found by itself waits for some reads of all tokens, which show it as well.
 */
export function hotTokenIds(watched: WatchedTokens): readonly VppTokenId[] {
  const known = hotIdsOf.get(watched);
  if (known !== undefined) return known;
  const hot = watched.snapshot.tokens
    .filter(
      (vppToken) =>
        (watched.settling.has(vppToken.id) || hasRunningRevocations(vppToken)) &&
        !watched.notFound?.get(vppToken.id)?.fullReadsToSkip,
    )
    .map(({ id }) => id);
  hotIdsOf.set(watched, hot);
  return hot;
}

/** Those of them that Graph may be asked for now, in epoch ms. */
export function readyTokenIds(watched: WatchedTokens, now: number): readonly VppTokenId[] {
  return hotTokenIds(watched).filter((id) => (watched.unread?.get(id)?.notBefore ?? 0) <= now);
}

/** When the first of them may be asked for, in epoch ms; 0 when one has nothing to wait for. */
export function firstReadyAt(watched: WatchedTokens): number {
  const hot = hotTokenIds(watched);
  return hot.length === 0 ? 0 : Math.min(...hot.map((id) => watched.unread?.get(id)?.notBefore ?? 0));
}

/** Puts a full read in the place of what was known. */
export function withFullRead(
  before: WatchedTokens | null,
  snapshot: VppTokensSnapshot,
  now: number,
  parts?: number,
): WatchedTokens {
  return {
    snapshot,
    readAt: now,
    fullReadAt: now,
    settling: before === null ? new Set() : justEnded(before, snapshot),
    ...(before?.notFound && { notFound: notFoundAfterFullRead(before.notFound, snapshot) }),
    ...(parts === undefined ? {} : { fullReadParts: parts }),
  };
}

type HotAnswers = ReadonlyMap<VppTokenId, VppToken | GraphError>;

/**
 * What rejects a short read as a whole: a sign-in that is needed, or that no token could be read. Of several errors the
 * one that asks for the longest wait. Tokens that are all gone reject nothing: the next read is a full one, which tells.
 */
export function rejectionOf(answers: HotAnswers): GraphError | null {
  const errors = [...answers.values()].filter((answer) => answer instanceof GraphError);
  const signInNeeded = errors.find(({ kind }) => kind === "signInNeeded");
  if (signInNeeded !== undefined || errors.length < answers.size) return signInNeeded ?? null;
  const waitMs = ({ retryAfterMs }: GraphError) => retryAfterMs ?? -1;
  const [worst = null] = errors
    .filter(({ kind }) => kind !== "notFound")
    .sort((left, right) => waitMs(right) - waitMs(left));
  return worst;
}

/**
 * Puts a short read in: each part is judged alone, and what could not be read keeps its last good value. A token that
 * was not found goes at once, and the next read is a full one; if that names it all the same, it stays from then on.
 * `waitMs`: how long a token is to be left alone after so many failures in a row.
 */
export function withHotRead(
  before: WatchedTokens,
  answers: HotAnswers,
  now: number,
  waitMs: (error: GraphError, failures: number) => number,
): WatchedTokens {
  const notFound = new Map(before.notFound);
  for (const [id, answer] of answers) {
    if (isNotFound(answer)) notFound.set(id, notFoundAgain(notFound.get(id)));
    else if (!(answer instanceof GraphError)) notFound.delete(id);
  }
  const isGone = (id: VppTokenId) => notFound.get(id)?.isListed === false;
  const { tokens, exchanged, isSame } = exchangeTokens(before.snapshot.tokens, answers, isGone);
  const hasLost = tokens.length < before.snapshot.tokens.length;
  const unread = unreadAfter(before.unread, answers, (error, failures) => now + waitMs(error, failures));
  const unseen = [...before.settling].filter((id) => unread.has(id));
  const ended = exchanged.flatMap(({ known, answer }) =>
    hasRunningRevocations(known) && !hasRunningRevocations(answer) ? [known.id] : [],
  );
  const next: WatchedTokens = {
    ...before,
    snapshot: isSame ? before.snapshot : { ...before.snapshot, tokens },
    readAt: now,
    fullReadAt: hasLost ? null : before.fullReadAt,
    settling: new Set([...ended, ...unseen]),
    unread,
    ...(notFound.size > 0 || before.notFound ? { notFound } : {}),
  };
  if (notFound.size === 0) hotIdsOf.set(next, stillHot(before, next, exchanged));
  return next;
}

interface Exchanged {
  readonly known: VppToken;
  readonly answer: VppToken;
}

/** In one pass: this is done for thousands of tokens after each short read. */
function exchangeTokens(
  before: readonly VppToken[],
  answers: HotAnswers,
  isGone: (id: VppTokenId) => boolean,
): {
  readonly tokens: readonly VppToken[];
  readonly exchanged: readonly Exchanged[];
  readonly isSame: boolean;
} {
  const tokens: VppToken[] = [];
  const exchanged: Exchanged[] = [];
  for (const known of before) {
    const answer = answers.get(known.id);
    if (isGone(known.id)) continue;
    if (answer === undefined || answer instanceof GraphError) tokens.push(known);
    else {
      tokens.push(answer);
      exchanged.push({ known, answer });
    }
  }
  const isSame = tokens.length === before.length && exchanged.every(({ known, answer }) => known === answer);
  return { tokens, exchanged, isSame };
}

/** Only what was asked for can have ended or begun, so the others need not be looked into. */
function stillHot(
  before: WatchedTokens,
  next: WatchedTokens,
  exchanged: readonly Exchanged[],
): readonly VppTokenId[] {
  const answered = new Map(exchanged.map(({ answer }) => [answer.id, answer]));
  return hotTokenIds(before).filter((id) => {
    const answer = answered.get(id);
    return answer === undefined || next.settling.has(id) || hasRunningRevocations(answer);
  });
}

function isNotFound(answer: VppToken | GraphError): boolean {
  return answer instanceof GraphError && answer.kind === "notFound";
}

/** A token that was not asked for stays as unread as it was. */
function unreadAfter(
  before: WatchedTokens["unread"],
  answers: HotAnswers,
  notBeforeOf: (error: GraphError, failures: number) => number,
): ReadonlyMap<VppTokenId, UnreadToken> {
  const unread = new Map(before);
  for (const [id, answer] of answers) {
    const failures = (unread.get(id)?.failures ?? 0) + 1;
    unread.delete(id);
    if (answer instanceof GraphError && !isNotFound(answer)) {
      unread.set(id, { failures, notBefore: notBeforeOf(answer, failures) });
    }
  }
  return unread;
}

/** Pages of a first read that is tried again replace what they name and take nothing away. */
export function withFirstPages(before: WatchedTokens | null, pages: VppTokensSnapshot): WatchedTokens {
  const read = new Set(pages.tokens.map(({ id }) => id));
  const stillUnread = before?.snapshot.tokens.filter(({ id }) => !read.has(id)) ?? [];
  const found = new Set(pages.unreadableTokens.map(({ raw }) => JSON.stringify(raw)));
  const stillUnreadable =
    before?.snapshot.unreadableTokens.filter(({ raw }) => !found.has(JSON.stringify(raw))) ?? [];
  const snapshot = {
    ...pages,
    tokens: [...pages.tokens, ...stillUnread],
    unreadableTokens: [...pages.unreadableTokens, ...stillUnreadable],
  };
  return { snapshot, readAt: null, fullReadAt: null, settling: new Set() };
}

function justEnded(before: WatchedTokens, { tokens }: VppTokensSnapshot): ReadonlySet<VppTokenId> {
  const wasRunning = new Set(before.snapshot.tokens.filter(hasRunningRevocations).map(({ id }) => id));
  const ended = tokens.filter((vppToken) => !hasRunningRevocations(vppToken) && wasRunning.has(vppToken.id));
  return new Set(ended.map(({ id }) => id));
}
