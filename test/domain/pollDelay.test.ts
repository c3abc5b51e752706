import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPollSettings, type PollSituation, pollDelayMs } from "../../src/domain/pollDelay.ts";

const calm: PollSituation = { hasRunning: false, boundMs: 0, failures: 0, retryAfterMs: null, jitter: 0 };

function delayMs(situation: Partial<PollSituation>) {
  return pollDelayMs({ ...calm, ...situation }, defaultPollSettings);
}

describe("pollDelayMs", () => {
  it.each([
    ["waits the idle interval", {}, 300_000],
    ["waits the active interval while something runs", { hasRunning: true }, 10_000],
    ["stretches an interval by up to a tenth", { hasRunning: true, jitter: 0.999 }, 10_999],
    ["ignores a wait from before a success", { hasRunning: true, retryAfterMs: 90_000 }, 10_000],
    ["keeps a longer interval of the request bound", { hasRunning: true, boundMs: 24_000 }, 24_000],
    ["stretches that interval too", { boundMs: 400_000, jitter: 0.5 }, 420_000],
    ["ignores a shorter one", { hasRunning: true, boundMs: 4_000 }, 10_000],
    ["waits a minute at least while out of sight", { hasRunning: true, isHidden: true }, 60_000],
    ["waits longer than that where it would anyway", { isHidden: true }, 300_000],
    ["hurries no failure out of sight", { failures: 1, jitter: 0, isHidden: true }, 60_000],
    ["keeps the wait that Graph asks for", { failures: 1, retryAfterMs: 30_000 }, 30_000],
    ["keeps it however often reading failed", { failures: 9, retryAfterMs: 30_000 }, 30_000],
    ["drifts apart after a wait", { failures: 1, retryAfterMs: 30_000, jitter: 0.5 }, 30_500],
    ["waits a second at least", { failures: 1, retryAfterMs: 0 }, 1_000],
    ["takes no negative wait", { failures: 1, retryAfterMs: -5_000 }, 1_000],
    ["takes no wait over an hour", { failures: 1, retryAfterMs: 86_400_000 }, 3_600_000],
    ["backs off with full jitter", { failures: 1, jitter: 0.5 }, 2_000],
    ["doubles with every failure", { failures: 4, jitter: 0.5 }, 16_000],
    ["never backs off under a second", { failures: 1, jitter: 0 }, 1_000],
    ["never backs off over five minutes", { failures: 1_000, jitter: 1 }, 300_000],
  ] as const)("%s", (_, situation, expected) => {
    expect(delayMs(situation)).toBeCloseTo(expected, 6);
  });

  it("is a sensible wait in every situation", () => {
    const anySituation = fc.record({
      hasRunning: fc.boolean(),
      boundMs: fc.nat(3_600_000),
      failures: fc.nat(),
      retryAfterMs: fc.option(fc.integer()),
      jitter: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anySituation, (situation) => {
        const ms = pollDelayMs(situation, { activeSeconds: 2, idleSeconds: 3_600, unchangedMinutes: 60 });
        expect(ms).toBeGreaterThanOrEqual(1_000);
        expect(ms).toBeLessThanOrEqual(1.1 * 3_600_000);
      }),
    );
  });
});
