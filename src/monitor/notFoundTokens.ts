import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppTokenId } from "../domain/vppToken.ts";

/** A VPP token that answered 404 when it was asked for by itself: gone, or no longer visible to this account. */
export interface NotFoundToken {
  /** Times in a row. */
  readonly times: number;
  /** A read of all tokens has named it since: it is there, and only cannot be read by itself. */
  readonly isListed: boolean;
  /** Reads of all tokens until it is asked for by itself once more. */
  readonly fullReadsToSkip: number;
}

export type NotFoundTokens = ReadonlyMap<VppTokenId, NotFoundToken>;

const mostFullReadsToSkip = 12;

/** One that is not listed any more is simply gone. */
export function notFoundAfterFullRead(before: NotFoundTokens, { tokens }: VppTokensSnapshot): NotFoundTokens {
  if (before.size === 0) return before;
  return new Map(
    tokens.flatMap(({ id }) => {
      const one = before.get(id);
      if (one === undefined) return [];
      return [
        [id, { ...one, isListed: true, fullReadsToSkip: Math.max(one.fullReadsToSkip - 1, 0) }] as const,
      ];
    }),
  );
}

/** Each time in a row doubles the pause, so that what is listed and never found costs next to nothing. */
export function notFoundAgain(before: NotFoundToken | undefined): NotFoundToken {
  const times = (before?.times ?? 0) + 1;
  const fullReadsToSkip = Math.min(2 ** times, mostFullReadsToSkip);
  return { times, isListed: before?.isListed ?? false, fullReadsToSkip };
}

export function countNotFound(tokens: NotFoundTokens | undefined, isListed: boolean): number {
  let count = 0;
  for (const one of tokens?.values() ?? []) if (one.isListed === isListed) count += 1;
  return count;
}
