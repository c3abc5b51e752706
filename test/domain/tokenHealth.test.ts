import { describe, expect, it } from "vitest";
import { dayMs, deriveTokenConcerns } from "../../src/domain/tokenHealth.ts";
import type { VppToken } from "../../src/domain/vppToken.ts";
import { aVppToken, testNow } from "../support/builders.ts";

function concernsOf(token: Partial<Omit<VppToken, "id">>) {
  return deriveTokenConcerns(aVppToken(token), testNow);
}

describe("deriveTokenConcerns", () => {
  it("finds nothing to say of a healthy token", () => {
    expect(concernsOf({})).toEqual([]);
  });

  it("says nothing of what is not reported", () => {
    expect(concernsOf({ state: null, expiresAt: null, lastSyncAt: "never", lastSyncStatus: null })).toEqual(
      [],
    );
  });

  it.each([
    [-1, "expired"],
    [0, "expired"],
    [1, "expiresSoon"],
    [7 * dayMs, "expiresSoon"],
    [7 * dayMs + 1, undefined],
  ])("judges an expiry %d ms away", (ms, kind) => {
    expect(concernsOf({ expiresAt: testNow + ms })[0]?.kind).toBe(kind);
  });

  it.each([
    [dayMs, undefined],
    [dayMs + 1, "warning"],
    [3 * dayMs - 1, "warning"],
    [3 * dayMs, "unhealthy"],
    [-dayMs, undefined],
  ])("judges a sync %d ms ago", (ms, severity) => {
    const lastSyncAtMs = testNow - ms;
    expect(concernsOf({ lastSyncAt: lastSyncAtMs })).toEqual(
      severity === undefined ? [] : [{ kind: "notSynced", lastSyncAtMs, severity }],
    );
  });

  it("points out a sync that failed however fresh", () => {
    expect(concernsOf({ lastSyncStatus: "failed" })).toEqual([{ kind: "syncFailed" }]);
  });

  it.each(["unknown", "expired", "invalid", "assignedToExternalMDM", "duplicateLocationId"] as const)(
    "gives the state %s its own advice",
    (state) => {
      expect(concernsOf({ state })).toEqual([{ kind: "state", state }]);
    },
  );

  it("passes on a state that is not known", () => {
    expect(concernsOf({ state: { kind: "unrecognized", raw: "frozen" } })).toEqual([
      { kind: "unrecognizedState", raw: "frozen" },
    ]);
  });

  it.each(["expired", "invalid"] as const)("mentions an expiry once when the state is %s", (state) => {
    expect(concernsOf({ state, expiresAt: testNow - dayMs })).toHaveLength(1);
  });

  it("begins with the worst", () => {
    const concerns = concernsOf({
      state: "duplicateLocationId",
      expiresAt: testNow + dayMs,
      lastSyncAt: testNow - 4 * dayMs,
      lastSyncStatus: "failed",
    });
    expect(concerns.map(({ kind }) => kind)).toEqual(["state", "syncFailed", "notSynced", "expiresSoon"]);
    expect(concernsOf({ state: "unknown", expiresAt: testNow - 1 })[0]?.kind).toBe("expired");
  });
});
