import { isRunning } from "../domain/outcome.ts";
import { deriveRevocations } from "../domain/revocation.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../domain/vppToken.ts";
import { GraphError } from "../graph/graphError.ts";

/** What the watch keeps of Graph's answers. Times are epoch ms. */
export interface WatchedTokens {
  readonly snapshot: VppTokensSnapshot;
  /** When the last read succeeded, whole or only of the running ones; `null` while the first is under way. */
  readonly readAt: number | null;
  /** When the last read of all tokens ended. */
  readonly fullReadAt: number | null;
  /** Tokens whose revocations all ended at the last look: looked at once more before they are left alone. */
  readonly settling: ReadonlySet<VppTokenId>;
}

export function hasRunningRevocations(vppToken: VppToken): boolean {
  return deriveRevocations(vppToken).some(({ outcome }) => isRunning(outcome));
}

const hotIdsOf = new WeakMap<WatchedTokens, readonly VppTokenId[]>();

/** Tokens that the next short read asks for: those with something running and those that have just ended. */
export function hotTokenIds(watched: WatchedTokens): readonly VppTokenId[] {
  const known = hotIdsOf.get(watched);
  if (known !== undefined) return known;
  const hot = watched.snapshot.tokens
    .filter((vppToken) => watched.settling.has(vppToken.id) || hasRunningRevocations(vppToken))
    .map(({ id }) => id);
  hotIdsOf.set(watched, hot);
  return hot;
}

/** Puts a full read in the place of what was known. */
export function withFullRead(
  before: WatchedTokens | null,
  snapshot: VppTokensSnapshot,
  now: number,
): WatchedTokens {
  return {
    snapshot,
    readAt: now,
    fullReadAt: now,
    settling: before === null ? new Set() : justEnded(before, snapshot),
  };
}

/**
 * Puts a short read in: each part is judged alone, and what could not be read keeps its last good value. A token that
 * is gone or no longer visible to this account makes the next read a full one, which tells.
 */
export function withHotRead(
  before: WatchedTokens,
  answers: ReadonlyMap<VppTokenId, VppToken | GraphError>,
  now: number,
): WatchedTokens {
  const isGone = [...answers.values()].some(
    (answer) => answer instanceof GraphError && answer.kind === "notFound",
  );
  const tokens = before.snapshot.tokens.map((known) => {
    const answer = answers.get(known.id);
    return answer === undefined || answer instanceof GraphError ? known : answer;
  });
  const isSame = tokens.every((token, index) => token === before.snapshot.tokens[index]);
  const snapshot = isSame ? before.snapshot : { ...before.snapshot, tokens };
  return {
    snapshot,
    readAt: now,
    fullReadAt: isGone ? null : before.fullReadAt,
    settling: justEnded(before, snapshot),
  };
}

/** Pages of a first read that is tried again replace what they name and take nothing away. */
export function withFirstPages(before: WatchedTokens | null, pages: VppTokensSnapshot): WatchedTokens {
  const read = new Set(pages.tokens.map(({ id }) => id));
  const stillUnread = before?.snapshot.tokens.filter(({ id }) => !read.has(id)) ?? [];
  const snapshot = { ...pages, tokens: [...pages.tokens, ...stillUnread] };
  return { snapshot, readAt: null, fullReadAt: null, settling: new Set() };
}

function justEnded(before: WatchedTokens, { tokens }: VppTokensSnapshot): ReadonlySet<VppTokenId> {
  const wasRunning = new Set(before.snapshot.tokens.filter(hasRunningRevocations).map(({ id }) => id));
  const ended = tokens.filter((vppToken) => wasRunning.has(vppToken.id) && !hasRunningRevocations(vppToken));
  return new Set(ended.map(({ id }) => id));
}
