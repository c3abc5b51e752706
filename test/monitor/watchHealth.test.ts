import { describe, expect, it } from "vitest";
import { GraphError, type GraphErrorKind } from "../../src/graph/graphError.ts";
import { deriveWatchHealth, type WatchFacts, type WatchHealth } from "../../src/monitor/watchHealth.ts";

const now = Date.UTC(2026, 10, 22, 18, 0);
const healthy: WatchFacts = {
  lastReadAt: now - 4_000,
  nextReadAt: now + 6_000,
  readingSince: null,
  isPaused: false,
  isOnline: true,
  problem: null,
  intervalMs: 10_000,
};
const failedWith = (kind: GraphErrorKind): Partial<WatchFacts> => ({ problem: new GraphError(kind) });

describe("deriveWatchHealth", () => {
  it.each<[string, Partial<WatchFacts>, WatchHealth]>([
    ["is live when read on time", {}, "live"],
    ["is starting before the first answer", { lastReadAt: null, nextReadAt: null }, "starting"],
    ["is failing when the first read fails", { lastReadAt: null, ...failedWith("network") }, "failing"],
    ["forgives a read that is a little overdue", { nextReadAt: now - 5_000 }, "live"],
    ["is late when a read is overdue", { nextReadAt: now - 5_001 }, "late"],
    ["is late when an answer takes long", { nextReadAt: null, readingSince: now - 5_001 }, "late"],
    ["is failing while the data is fresh", failedWith("serverError"), "failing"],
    [
      "is stale when the data is a minute old",
      { lastReadAt: now - 60_001, ...failedWith("network") },
      "stale",
    ],
    [
      "measures staleness by a long interval",
      { lastReadAt: now - 600_000, intervalMs: 300_000, ...failedWith("network") },
      "failing",
    ],
    [
      "says throttled even when the data is old",
      { lastReadAt: now - 600_000, ...failedWith("throttled") },
      "throttled",
    ],
    ["needs a person when no token is given", failedWith("signInNeeded"), "signInNeeded"],
    ["needs a person when Graph refuses the token", failedWith("unauthorized"), "signInNeeded"],
    ["waits when sign-in is only out of reach", failedWith("signInUnavailable"), "failing"],
    ["is denied without an Intune role", failedWith("forbidden"), "denied"],
    ["says offline before what that broke", { isOnline: false, ...failedWith("network") }, "offline"],
    [
      "says paused before everything",
      { isPaused: true, isOnline: false, ...failedWith("forbidden") },
      "paused",
    ],
  ])("%s", (_title, changes, expected) => {
    expect(deriveWatchHealth({ ...healthy, ...changes }, now)).toBe(expected);
  });
});
