import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { faults } from "../../../src/emulator/faults.ts";
import { GraphError } from "../../../src/graph/graphError.ts";
import { testNow } from "../../support/builders.ts";
import type { FakeTab } from "./fakeTabs.ts";
import { fullRead, oneActivePollMs, pass, shortRead, startBrowser } from "./startBrowser.tsx";

describe("a watch in several tabs", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: testNow });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("counts together what its tabs have sent, for the request bound", async () => {
    const { open } = startBrowser();
    const [first, second] = [await open(), await open()];
    await pass(oneActivePollMs);
    expect(second.requests).toEqual([]);
    const recentParts = ({ watch }: typeof first) => watch().meter?.read().recentParts;
    expect(recentParts(second)).toBeGreaterThan(0);
    expect(recentParts(second)).toBe(recentParts(first));
  });

  it("reads in the first tab alone", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    await pass(oneActivePollMs);
    expect(first.requests).toContain(shortRead);
    expect(second.requests).toEqual([]);
  });

  it("shows the same in every tab", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    expect(second.watch().snapshot).toEqual(first.watch().snapshot);
    await pass(oneActivePollMs);
    expect(second.watch().snapshot).toEqual(first.watch().snapshot);
    expect(second.watch().lastReadAt).toBe(first.watch().lastReadAt);
    expect(second.watch().nextReadAt).toBe(first.watch().nextReadAt);
    expect(second.watch().health).toBe("live");
  });

  it("shows within a second in every tab what one has read", async () => {
    const { open } = startBrowser();
    const [first, ...others] = [await open(), await open(), await open()];
    for (let read = 0; read < 3; read += 1) {
      const before = first.watch().snapshot;
      while (first.watch().snapshot === before) await pass(50);
      await pass(950);
      for (const { watch } of others) expect(watch().snapshot).toEqual(first.watch().snapshot);
    }
  });

  it("carries 3,000 tokens once, then changes only", async () => {
    const { open, browser } = startBrowser("district");
    const first = await open();
    await pass(5_000);
    const second = await open();
    const before = second.watch().snapshot?.tokens ?? [];
    expect(before).toHaveLength(3_000);
    expect(JSON.stringify(before)).toBe(JSON.stringify(first.watch().snapshot?.tokens));
    const largest = Math.max(...browser.messages.map(({ message }) => JSON.stringify(message).length));
    expect(largest).toBeLessThan(600_000);

    browser.messages.length = 0;
    await pass(oneActivePollMs);
    const changed = second.watch().snapshot?.tokens.filter((token, index) => token !== before[index]) ?? [];
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(browser.messages).length).toBeLessThan(60_000);
  });

  it("has the leader refresh for a follower", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    first.requests.length = 0;
    act(() => second.watch().refresh());
    await pass(300);
    expect(first.requests).toContain(fullRead);
    expect(second.requests).toEqual([]);
    expect(second.watch().lastReadAt).toBe(first.watch().lastReadAt);
  });

  it("forgets a refresh that was done", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    act(() => second.watch().refresh());
    await pass(500);
    first.unmount();
    await pass(1_000);
    expect(second.requests).toEqual([]);
  });

  it("follows a leader that read by itself", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    const third = await open();
    act(() => second.watch().setPaused(true));
    await pass(oneActivePollMs);
    act(() => second.watch().refresh());
    await pass(500);
    await act(async () => third.tab.setVisible(false));
    first.unmount();
    act(() => second.watch().setPaused(false));
    await pass(500);
    expect(third.watch().snapshot).toEqual(second.watch().snapshot);
  });

  it("reads at once after half a first read", async () => {
    const { open, setFault } = startBrowser("district");
    setFault((request) => (request.url.includes("skip") ? new Promise(() => {}) : null));
    const first = await open();
    const second = await open();
    expect(second.watch().snapshot?.isComplete).toBe(false);
    setFault(null);
    first.unmount();
    await pass(5_000);
    expect(second.watch().snapshot?.isComplete).toBe(true);
  });

  it("shows the leader's problem in every tab", async () => {
    const { open, setFault } = startBrowser();
    const first = await open();
    const second = await open();
    setFault(faults.throttledReadable);
    await pass(oneActivePollMs);
    expect(second.watch().health).toBe("throttled");
    expect(second.watch().problem).toBeInstanceOf(GraphError);
    expect(second.watch().problem).toMatchObject({
      kind: "throttled",
      requestId: first.watch().problem?.requestId,
    });
    expect(second.watch().nextReadAt).toBe(first.watch().nextReadAt);
  });

  it("stops asking when every tab needs a sign-in", async () => {
    const { open } = startBrowser();
    const tabs = [await open(), await open()];
    for (const tab of tabs) tab.setSignInError(new GraphError("signInNeeded"));
    await pass(60_000);
    for (const { watch, requests } of tabs) {
      expect(watch()).toMatchObject({ health: "signInNeeded", nextReadAt: null });
      requests.length = 0;
    }
    await pass(10 * 60_000);
    expect(tabs.flatMap(({ requests }) => requests)).toEqual([]);
    tabs[1]?.setSignInError(null);
    act(() => tabs[1]?.watch().refresh());
    await pass(500);
    expect(tabs.map(({ watch }) => watch().health)).toEqual(["live", "live"]);
  });

  it("leaves a paused tab as it is", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    act(() => first.watch().setPaused(true));
    const before = first.watch().snapshot;
    first.requests.length = 0;
    await pass(60_000);
    expect(first.watch().snapshot).toBe(before);
    expect(first.watch().health).toBe("paused");
    expect(first.requests).toEqual([]);
    expect(second.requests.length).toBeGreaterThan(3);
    act(() => first.watch().setPaused(false));
    await pass(500);
    expect(first.requests).toEqual([]);
    expect(first.watch().snapshot).toEqual(second.watch().snapshot);
  });

  it("never mixes two accounts", async () => {
    const { open, browser } = startBrowser();
    const ada = await open({ watchKey: "contoso.ada" });
    const hana = await open({ watchKey: "contoso.hana" });
    expect(hana.requests).toContain(fullRead);
    ada.setSignInError(new GraphError("signInNeeded"));
    await pass(oneActivePollMs);
    expect(ada.watch().health).toBe("signInNeeded");
    expect(hana.watch().health).toBe("live");
    expect(new Set(browser.messages.map(({ name }) => name)).size).toBe(2);
  });

  it("renders a follower no more than the leader", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    const [one, two] = [first.renders(), second.renders()];
    await pass(60_000);
    expect(second.renders() - two).toBeLessThanOrEqual(first.renders() - one + 2);
  });

  it.each([false, true])("leaves nothing behind, strict mode %s", async (isStrict) => {
    const { open } = startBrowser();
    const first = await open({ isStrict });
    const second = await open({ isStrict });
    await pass(oneActivePollMs);
    expect(second.requests).toEqual([]);
    for (const { unmount } of [second, first]) unmount();
    await pass(1_000);
    expect([first.tab.leftovers(), second.tab.leftovers()]).toEqual([0, 0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ["Web Locks", { locks: null }],
    ["channels", { openChannel: () => null }],
    ["permission", { locks: { request: () => Promise.reject(new DOMException("", "SecurityError")) } }],
  ] as const)("reads by itself without %s", async (_, part) => {
    const { open, browser } = startBrowser();
    const tab = browser.openTab();
    // `query`, which the group does not use, is left out.
    const sharing = { ...tab.sharing, ...part } as FakeTab["sharing"];
    const { requests, watch } = await open({ tab: { ...tab, sharing } });
    await pass(oneActivePollMs);
    expect(requests).toEqual(expect.arrayContaining([fullRead, shortRead]));
    expect(watch().health).toBe("live");
  });

  describe("that reads in the background", () => {
    const inBackground = { isReadInBackground: true };
    const hide = (isHidden: boolean) =>
      act(async () => {
        vi.spyOn(document, "visibilityState", "get").mockReturnValue(isHidden ? "hidden" : "visible");
        document.dispatchEvent(new Event("visibilitychange"));
      });

    it("reads once a minute at most, in one tab, while all are hidden", async () => {
      const { open } = startBrowser();
      const first = await open(inBackground);
      const second = await open(inBackground);
      await hide(true);
      for (const { tab } of [first, second]) tab.setVisible(false);
      await pass(1_000);
      const before = first.requests.length + second.requests.length;
      await pass(10 * 60_000);
      const count = first.requests.length + second.requests.length - before;
      expect(count).toBeGreaterThanOrEqual(5);
      expect(count).toBeLessThanOrEqual(10);
      expect([first, second].filter(({ watch }) => !watch().isFollowing)).toHaveLength(1);
      expect(second.watch().snapshot).toEqual(first.watch().snapshot);
    });

    it("leaves the lead to a tab in sight", async () => {
      const { open } = startBrowser();
      const first = await open(inBackground);
      const second = await open(inBackground);
      expect(second.watch().isFollowing).toBe(true);
      first.tab.setVisible(false);
      await pass(100);
      expect([first.watch().isFollowing, second.watch().isFollowing]).toEqual([true, false]);
      second.tab.setVisible(false);
      first.tab.setVisible(true);
      await pass(100);
      expect([first.watch().isFollowing, second.watch().isFollowing]).toEqual([false, true]);
    });

    it("hands the lead on when the hidden leader dies", async () => {
      const { open } = startBrowser();
      const first = await open(inBackground);
      const second = await open(inBackground);
      for (const { tab } of [first, second]) tab.setVisible(false);
      await pass(100);
      first.tab.kill();
      await pass(2_000);
      expect(second.watch().isFollowing).toBe(false);
    });
  });
});
