import type { Unreadable } from "../../domain/received.ts";
import type { VppTokensSnapshot } from "../../domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../../domain/vppToken.ts";
import { tokensById } from "../../graph/collectTokens.ts";
import type { NotFoundTokens } from "../notFoundTokens.ts";
import type { WatchedTokens } from "../watchedTokens.ts";
import type { HeadContents } from "./groupMessage.ts";

/** What turns one snapshot into the next. `order` and `unreadable`: `null` when they stayed as they were. */
export interface TokenChanges {
  readonly tokens: readonly VppToken[];
  readonly order: VppTokenId[] | null;
  readonly unreadable: unknown[] | null;
}

/** Tokens are compared by identity: one that did not change is the same object in both. */
export function deriveChanges(before: VppTokensSnapshot | null, after: VppTokensSnapshot): TokenChanges {
  const isSameOrder =
    before?.tokens.length === after.tokens.length &&
    after.tokens.every(
      (token, index) => token === before.tokens[index] || token.id === before.tokens[index]?.id,
    );
  return {
    tokens: isSameOrder ? changedInPlace(before.tokens, after.tokens) : changedAnywhere(before, after),
    order: isSameOrder ? null : after.tokens.map(({ id }) => id),
    unreadable: isSameUnreadable(before, after) ? null : after.unreadableTokens.map(({ raw }) => raw),
  };
}

function changedInPlace(before: readonly VppToken[], after: readonly VppToken[]): readonly VppToken[] {
  return after.filter((token, index) => token !== before[index]);
}

function changedAnywhere(before: VppTokensSnapshot | null, after: VppTokensSnapshot): readonly VppToken[] {
  const known = tokensById(before);
  return after.tokens.filter((token) => token !== known.get(token.id));
}

function isSameUnreadable(before: VppTokensSnapshot | null, after: VppTokensSnapshot): boolean {
  const areBothEmpty = before?.unreadableTokens.length === 0 && after.unreadableTokens.length === 0;
  return areBothEmpty || before?.unreadableTokens === after.unreadableTokens;
}

interface Received {
  /** The tokens that arrived, each the object known before when it says the same. */
  readonly tokens: ReadonlyMap<string, VppToken>;
  readonly contents: HeadContents;
  /** Nothing of what was known before counts but for identity. */
  readonly isFull: boolean;
}

/** `null` when the tokens of some of its ids did not arrive. What did not change keeps its object, up to the snapshot. */
export function applyChanges(
  before: WatchedTokens | null,
  { tokens, contents, isFull }: Received,
): WatchedTokens | null {
  const known: ReadonlyMap<string, VppToken> = tokensById(before?.snapshot ?? null);
  const ids = contents.order ?? before?.snapshot.tokens.map(({ id }) => id) ?? [];
  const next = ids.map((id) => tokens.get(id) ?? (isFull ? undefined : known.get(id)));
  if (!next.every((token) => token !== undefined)) return null;
  const snapshot = {
    tokens: next,
    unreadableTokens: contents.unreadable?.map(asUnreadable) ?? before?.snapshot.unreadableTokens ?? [],
    isComplete: contents.isComplete,
  };
  const settling = new Set(contents.settling);
  const unread = new Map(contents.unread.map(({ id, failures, notBefore }) => [id, { failures, notBefore }]));
  const nextIds = next.map(({ id }) => id);
  return {
    snapshot: before !== null && isSameSnapshot(before.snapshot, snapshot) ? before.snapshot : snapshot,
    readAt: contents.readAt,
    fullReadAt: contents.fullReadAt,
    settling: new Set(nextIds.filter((id) => settling.has(id))),
    unread: new Map(
      nextIds.flatMap((id) => {
        const entry = unread.get(id);
        return entry === undefined ? [] : [[id, entry]];
      }),
    ),
    ...(contents.notFound.length > 0 && { notFound: notFoundOf(contents) }),
    ...(contents.fullReadParts === null ? {} : { fullReadParts: contents.fullReadParts }),
  };
}

/** Those that are gone are named by no token, so their ids are taken as the leader says them. */
function notFoundOf({ notFound }: HeadContents): NotFoundTokens {
  // A brand only: whatever the text is, it is compared with ids that Graph sent.
  return new Map(notFound.map(({ id, ...one }) => [id as VppTokenId, one]));
}

function isSameSnapshot(before: VppTokensSnapshot, after: VppTokensSnapshot): boolean {
  return (
    before.isComplete === after.isComplete &&
    before.tokens.length === after.tokens.length &&
    after.tokens.every((token, index) => token === before.tokens[index]) &&
    isSameUnreadable(before, after)
  );
}

function asUnreadable(raw: unknown): Unreadable {
  return { kind: "unreadable", raw };
}
