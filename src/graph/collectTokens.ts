import { isUnreadable, type Unreadable } from "../domain/received.ts";
import type { VppTokensSnapshot } from "../domain/snapshot.ts";
import type { VppToken, VppTokenId } from "../domain/vppToken.ts";
import { isSameJson } from "./isSameJson.ts";
import { nextFrame } from "./nextFrame.ts";
import { nextTask } from "./nextTask.ts";
import { idOf, parseVppToken } from "./parseVppTokens.ts";

/** Items parsed in one task, a few milliseconds each, so that even a list in one page leaves the page responsive. */
const itemsPerTask = 500;
/** Of a long page, items that are enough to fill a screen. */
const itemsAtFirst = 100;

/** Gathers the pages of one read. The same token twice counts once, as it came last. */
export interface TokenCollection {
  /** `onFirst`: there is something to show of a long page; the rest waits until that can have been painted. */
  add(items: readonly unknown[], onFirst?: () => Promise<unknown>): Promise<void>;
  soFar(): VppTokensSnapshot;
  /** The whole; `previous` itself when nothing differs from it. */
  finish(): VppTokensSnapshot;
}

/** `onKept`: a received item is equal to what was there before, and `kept` is used instead. */
export function createTokenCollection(
  previous: VppTokensSnapshot | null,
  onKept: (item: unknown, kept: unknown) => void = () => undefined,
): TokenCollection {
  const before = tokensById(previous);
  const tokens = new Map<VppTokenId, VppToken>();
  const unreadableTokens: Unreadable[] = [];

  function addItem(item: unknown): void {
    const id = idOf(item);
    const parsed = parseVppToken(item, id === null ? undefined : before.get(id));
    if (isUnreadable(parsed)) unreadableTokens.push(parsed);
    else {
      tokens.set(parsed.id, parsed);
      if (parsed.raw !== item) onKept(item, parsed.raw);
    }
  }
  const snapshot = (isComplete: boolean): VppTokensSnapshot => ({
    tokens: [...tokens.values()],
    unreadableTokens: [...unreadableTokens],
    isComplete,
  });

  return {
    async add(items, onFirst) {
      const isLong = onFirst !== undefined && items.length > itemsPerTask;
      if (isLong) {
        items.slice(0, itemsAtFirst).forEach(addItem);
        await onFirst();
        await nextFrame();
      }
      for (let from = isLong ? itemsAtFirst : 0; from < items.length; from += itemsPerTask) {
        if (from > 0) await nextTask();
        items.slice(from, from + itemsPerTask).forEach(addItem);
      }
    },
    soFar: () => snapshot(false),
    finish() {
      const whole = snapshot(true);
      return previous !== null && isSameSnapshot(previous, whole) ? previous : whole;
    },
  };
}

/** `wanted`: only these, where others are not asked for. */
export function tokensById(
  snapshot: VppTokensSnapshot | null,
  wanted?: ReadonlySet<VppTokenId>,
): ReadonlyMap<VppTokenId, VppToken> {
  const byId = new Map<VppTokenId, VppToken>();
  for (const token of snapshot?.tokens ?? []) if (wanted?.has(token.id) ?? true) byId.set(token.id, token);
  return byId;
}

function isSameSnapshot(left: VppTokensSnapshot, right: VppTokensSnapshot): boolean {
  return (
    left.isComplete === right.isComplete &&
    left.tokens.length === right.tokens.length &&
    left.tokens.every((token, index) => token === right.tokens[index]) &&
    isSameJson(left.unreadableTokens, right.unreadableTokens)
  );
}
