import { describe, expect, it } from "vitest";
import type { VppTokensSnapshot } from "../../../src/domain/snapshot.ts";
import type { HeadContents } from "../../../src/monitor/group/groupMessage.ts";
import { applyChanges, deriveChanges } from "../../../src/monitor/group/tokenChanges.ts";
import type { WatchedTokens } from "../../../src/monitor/watchedTokens.ts";
import { aSnapshot, aVppToken, testNow } from "../../support/builders.ts";

const [one, two, three] = ["1", "2", "3"].map((id) => aVppToken({ id }));
if (!one || !two || !three) throw new Error("three tokens");
const before: WatchedTokens = {
  snapshot: aSnapshot([one, two]),
  readAt: testNow,
  fullReadAt: testNow,
  settling: new Set(),
};
const changedTwo = aVppToken({ id: "2", displayName: "South" });

function contents(snapshot: VppTokensSnapshot, overrides: Partial<HeadContents> = {}): HeadContents {
  const { order, unreadable } = deriveChanges(before.snapshot, snapshot);
  const { isComplete } = snapshot;
  const times = { readAt: testNow + 1, fullReadAt: testNow };
  const rest = { settling: [], unread: [], notFound: [], fullReadParts: null };
  return { isComplete, ...times, ...rest, order, unreadable, ...overrides };
}

function carried(snapshot: VppTokensSnapshot): WatchedTokens | null {
  const { tokens } = deriveChanges(before.snapshot, snapshot);
  const received = new Map(tokens.map((token) => [token.id, token]));
  return applyChanges(before, { tokens: received, contents: contents(snapshot), isFull: false });
}

describe("changes of tokens", () => {
  it.each([
    ["nothing new", aSnapshot([one, two])],
    ["a token changed", aSnapshot([one, changedTwo])],
    ["a token added", aSnapshot([one, two, three])],
    ["a token removed", aSnapshot([two])],
    ["another order", aSnapshot([two, one])],
    ["an unreadable entry", aSnapshot([one, two], { unreadableTokens: [{ kind: "unreadable", raw: 7 }] })],
    ["no token left", aSnapshot([])],
  ])("bring about the same: %s", (_, snapshot) => {
    expect(carried(snapshot)?.snapshot).toEqual(snapshot);
  });

  it("hold only what changed", () => {
    expect(deriveChanges(before.snapshot, aSnapshot([one, changedTwo]))).toEqual({
      tokens: [changedTwo],
      order: null,
      unreadable: null,
    });
  });

  it("keep untouched tokens as they are", () => {
    expect(carried(aSnapshot([one, changedTwo]))?.snapshot.tokens[0]).toBe(one);
  });

  it("keep the snapshot when nothing changed", () => {
    expect(carried(aSnapshot([one, two]))?.snapshot).toBe(before.snapshot);
  });

  it("apply only when nothing is missing", () => {
    const missing = contents(aSnapshot([one, two, three]));
    expect(applyChanges(before, { tokens: new Map(), contents: missing, isFull: false })).toBeNull();
    const full = contents(aSnapshot([one, two]), { order: ["1", "2"] });
    expect(applyChanges(before, { tokens: new Map([["1", one]]), contents: full, isFull: true })).toBeNull();
  });

  it("carry what is unread and settling", () => {
    const unread = [
      { id: "2", failures: 3, notBefore: testNow + 9 },
      { id: "gone", failures: 1, notBefore: 0 },
    ];
    const notFound = [{ id: "gone", times: 1, isListed: false, fullReadsToSkip: 2 }];
    const told = contents(before.snapshot, {
      settling: ["1", "gone"],
      unread,
      notFound,
      fullReadParts: 4,
    });
    const after = applyChanges(before, { tokens: new Map(), contents: told, isFull: false });
    expect(after?.settling).toEqual(new Set(["1"]));
    expect(after?.unread).toEqual(new Map([["2", { failures: 3, notBefore: testNow + 9 }]]));
    expect(after?.notFound).toEqual(new Map([["gone", { times: 1, isListed: false, fullReadsToSkip: 2 }]]));
    expect(after?.fullReadParts).toBe(4);
  });
});
