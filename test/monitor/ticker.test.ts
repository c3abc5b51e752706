// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTicker } from "../../src/monitor/ticker.ts";

beforeEach(() => vi.useFakeTimers({ now: 1_000_400 }));
afterEach(() => vi.useRealTimers());

function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

describe("the ticker", () => {
  it("says when a period begins, counted from the epoch", () => {
    const at: number[] = [];
    createTicker(Date.now).every(1_000)(() => at.push(Date.now()));
    vi.advanceTimersByTime(2_000);
    expect(at).toEqual([1_001_000, 1_002_000]);
  });

  it("says by one timer what begins together", () => {
    const ticker = createTicker(Date.now);
    const said: string[] = [];
    ticker.every(5_000)(() => said.push(`5 s at ${Date.now()}`));
    ticker.every(1_000)(() => said.push(`1 s at ${Date.now()}`));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(3_600);
    said.length = 0;
    vi.advanceTimersToNextTimer();
    expect(said).toEqual(["5 s at 1005000", "1 s at 1005000"]);
  });

  it("is silent out of sight and says on return what was missed", () => {
    const listener = vi.fn();
    createTicker(Date.now).every(1_000)(listener);
    setVisibility("hidden");
    vi.advanceTimersByTime(10_000);
    expect(listener).not.toHaveBeenCalled();
    setVisibility("visible");
    expect(listener).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("asks for no time once nobody listens", () => {
    const stop = createTicker(Date.now).every(1_000)(() => undefined);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
