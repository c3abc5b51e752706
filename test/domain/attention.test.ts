import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAttention } from "../../src/domain/attention.ts";
import { anyVppToken } from "../support/arbitraries.ts";
import { aResult, aVppToken, hourMs, testNow } from "../support/builders.ts";

const dayMs = 24 * hourMs;
const failed = (hoursAgo: number) =>
  aResult({ actionState: "failed", failureReason: "appleFailure", startedAt: testNow - hoursAgo * hourMs });
const done = (hoursAgo: number, failedLicensesCount = 0) =>
  aResult({ actionState: "done", failedLicensesCount, startedAt: testNow - hoursAgo * hourMs });

function attention(tokens: readonly ReturnType<typeof aVppToken>[], unchanged: readonly string[] = []) {
  const isUnchanged = ({ vppToken }: { readonly vppToken: { readonly id: string } }) =>
    unchanged.includes(vppToken.id);
  return createAttention({ now: testNow, isUnchanged })(tokens);
}

describe("what needs attention", () => {
  it("comes in order: failed, with failures, unchanged, the token itself", () => {
    const tokens = [
      aVppToken({ id: "expiring", expiresAt: testNow + 6 * dayMs, actionResults: [] }),
      aVppToken({ id: "stuck" }),
      aVppToken({ id: "partly", actionResults: [done(1, 5)] }),
      aVppToken({ id: "old failure", actionResults: [failed(9)] }),
      aVppToken({ id: "new failure", actionResults: [failed(2)] }),
      aVppToken({ id: "well", actionResults: [done(1)] }),
      aVppToken({ id: "unsynced", lastSyncAt: testNow - 2 * dayMs, actionResults: null }),
    ];
    expect(
      attention(tokens, ["stuck", "well"]).map(({ kind, vppToken }) => `${kind} ${vppToken.id}`),
    ).toEqual([
      "failed new failure",
      "failed old failure",
      "doneWithFailures partly",
      "unchanged stuck",
      "token expiring",
      "token unsynced",
    ]);
  });

  it("has one next step", () => {
    expect(attention([aVppToken({ actionResults: [failed(1)] })])[0]).toMatchObject({
      step: "checkAppleStatus",
    });
  });

  it("leaves out a failure that a later run ended well after", () => {
    expect(attention([aVppToken({ actionResults: [failed(5), done(1)] })])).toEqual([]);
    expect(attention([aVppToken({ actionResults: [done(5), failed(1)] })])).toHaveLength(1);
  });

  it("leaves out a failure that a later run may put right, and says where that stands still", () => {
    const running = (hoursAgo: number) =>
      aResult({ actionState: "active", startedAt: testNow - hoursAgo * hourMs });
    const rerun = aVppToken({ id: "rerun", actionResults: [failed(5), running(1)] });
    expect(attention([rerun])).toEqual([]);
    expect(attention([rerun], ["rerun"])).toMatchObject([{ kind: "unchanged" }]);
    const failedSince = aVppToken({ id: "since", actionResults: [running(5), failed(1)] });
    expect(attention([failedSince], ["since"])).toMatchObject([{ kind: "failed" }]);
  });

  it("hides no failure behind a run of which nobody knows when it began", () => {
    const startedAt = { kind: "unreadable", raw: "soon" } as const;
    const undated = aResult({ actionState: "active", startedAt });
    expect(attention([aVppToken({ actionResults: [failed(5), undated] })])).toMatchObject([
      { kind: "failed" },
    ]);
  });

  it("names a token once at most, whatever Graph sent", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyVppToken, { selector: ({ id }) => id, maxLength: 6 }), (tokens) => {
        const ids = attention(tokens).map(({ vppToken }) => vppToken.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
