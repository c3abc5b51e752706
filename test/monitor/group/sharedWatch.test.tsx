import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { type ReactNode, StrictMode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultPollSettings } from "../../../src/domain/pollDelay.ts";
import { createEmulatedGraph } from "../../../src/emulator/emulatedGraph.ts";
import type { Fault } from "../../../src/emulator/fault.ts";
import { faults } from "../../../src/emulator/faults.ts";
import type { ScenarioName } from "../../../src/emulator/scenarios.ts";
import { createGraphClient } from "../../../src/graph/graphClient.ts";
import { GraphError } from "../../../src/graph/graphError.ts";
import { createRequestMeter } from "../../../src/graph/requestMeter.ts";
import { createVppTokenReader } from "../../../src/graph/vppTokenReader.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { useRevocationWatch } from "../../../src/monitor/useRevocationWatch.ts";
import { testNow } from "../../support/builders.ts";
import { createFakeBrowser, type FakeTab } from "./fakeTabs.ts";

const settings = { ...defaultPollSettings, activeSeconds: 10, idleSeconds: 300 };
/** Longer than an interval with its jitter. */
const oneActivePollMs = 11_500;
const fullRead = "GET /beta/deviceAppManagement/vppTokens";
const shortRead = "POST /beta/$batch";

function pass(ms: number): Promise<unknown> {
  return act(() => vi.advanceTimersByTimeAsync(ms));
}

/** One tenant, one browser; tabs open one after the other. */
function startBrowser(scenario: ScenarioName = "mixed") {
  const browser = createFakeBrowser();
  let fault: Fault | null = null;
  const graph = createEmulatedGraph({
    scenario,
    clock: Date.now,
    fault: (...args) => fault?.(...args) ?? null,
  });

  function emulate() {
    const requests: string[] = [];
    let signInError: GraphError | null = null;
    const meter = createRequestMeter({ clock: Date.now });
    const client = createGraphClient({
      origin: "https://graph.microsoft.com",
      fetch: (input, init) => {
        requests.push(`${init.method} ${new URL(input).pathname}`);
        return graph.fetch(input, init);
      },
      getAccessToken: async () => {
        if (signInError !== null) throw signInError;
        return "token-1";
      },
      meter,
      now: Date.now,
    });
    const setSignInError = (next: GraphError | null) => {
      signInError = next;
    };
    return { reader: createVppTokenReader(client), meter, requests, setSignInError };
  }

  async function open({
    watchKey = "ada",
    tab = browser.openTab(),
    isStrict = false,
    isReadInBackground = false,
  }: {
    readonly watchKey?: string;
    readonly tab?: FakeTab;
    readonly isStrict?: boolean;
    readonly isReadInBackground?: boolean;
  } = {}) {
    const { reader, meter, ...controls } = emulate();
    const queryClient = new QueryClient();
    let renders = 0;
    const wrapper = ({ children }: { readonly children: ReactNode }) => {
      const inside = (
        <ClockProvider clock={Date.now}>
          <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
        </ClockProvider>
      );
      return isStrict ? <StrictMode>{inside}</StrictMode> : inside;
    };
    const { result, unmount } = renderHook(
      () => {
        renders += 1;
        return useRevocationWatch({
          reader,
          watchKey,
          settings,
          meter,
          sharing: tab.sharing,
          isReadInBackground,
        });
      },
      { wrapper },
    );
    await pass(500);
    return { ...controls, tab, unmount, watch: () => result.current, renders: () => renders };
  }

  const setFault = (next: Fault | null) => {
    fault = next;
  };
  return { open, browser, setFault };
}

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

  it("hands over when the leading tab closes", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    first.unmount();
    await pass(1_000);
    expect(second.requests).toEqual([]);
    await pass(oneActivePollMs);
    expect(second.requests).toEqual([shortRead]);
  });

  it("hands over when the leading tab is killed", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    const third = await open();
    first.tab.kill();
    await pass(oneActivePollMs);
    expect(second.requests).toEqual([shortRead]);
    expect(third.requests).toEqual([]);
    expect(third.watch().snapshot).toEqual(second.watch().snapshot);
  });

  it("keeps the data when the leader is gone", async () => {
    const { open, setFault } = startBrowser();
    const first = await open();
    const second = await open();
    const before = second.watch().snapshot;
    setFault(faults.networkFailure);
    first.unmount();
    await pass(oneActivePollMs);
    expect(second.watch().snapshot).toBe(before);
    expect(second.watch().problem?.kind).toBe("network");
  });

  it("prefers a visible tab to a hidden one", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    await act(async () => first.tab.setVisible(false));
    first.requests.length = 0;
    await pass(oneActivePollMs);
    expect(first.requests).toEqual([]);
    expect(second.requests).toEqual([shortRead]);
    expect(first.watch().snapshot).toEqual(second.watch().snapshot);
  });

  it("does not read while every tab is hidden", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    await act(async () => first.tab.setVisible(false));
    await act(async () => second.tab.setVisible(false));
    first.requests.length = 0;
    await pass(60_000);
    expect([...first.requests, ...second.requests]).toEqual([]);
    await act(async () => second.tab.setVisible(true));
    await pass(100);
    expect(second.requests).toHaveLength(1);
    expect(first.watch().lastReadAt).toBe(second.watch().lastReadAt);
  });

  it("polls on however often tabs are changed", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    await act(async () => second.tab.setVisible(false));
    first.requests.length = 0;
    for (let change = 0; change < 8; change += 1) {
      const [hidden, shown] = change % 2 === 0 ? [first, second] : [second, first];
      await act(async () => hidden.tab.setVisible(false));
      await act(async () => shown.tab.setVisible(true));
      await pass(5_000);
    }
    expect([...first.requests, ...second.requests]).toEqual([shortRead, shortRead, shortRead]);
  });

  it("takes over from a tab that hangs", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    first.tab.hang();
    await pass(30_000);
    expect(second.requests.length).toBeGreaterThan(0);
    await act(async () => first.tab.wake());
    await pass(500);
    expect(first.watch().snapshot).toEqual(second.watch().snapshot);
    first.requests.length = 0;
    await pass(oneActivePollMs);
    expect(first.requests).toEqual([]);
    expect(first.watch().snapshot).toEqual(second.watch().snapshot);
  });

  it("takes over from a hanging tab when asked to refresh", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    first.tab.hang();
    act(() => second.watch().refresh());
    await pass(2_000);
    expect(second.requests).toContain(fullRead);
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

  it("waits out Graph's wait after a hand-over", async () => {
    const { open, setFault } = startBrowser();
    const first = await open();
    const second = await open();
    setFault(faults.throttledReadable);
    await pass(oneActivePollMs);
    const dueAt = second.watch().nextReadAt ?? 0;
    first.unmount();
    await pass(dueAt - Date.now() - 10);
    expect(second.requests).toEqual([]);
    await pass(20);
    expect(second.requests).toHaveLength(1);
  });

  it("leaves reading to a tab that is signed in", async () => {
    const { open } = startBrowser();
    const first = await open();
    const second = await open();
    first.setSignInError(new GraphError("signInNeeded"));
    await pass(oneActivePollMs);
    expect(second.requests.length).toBeGreaterThan(0);
    expect(second.watch()).toMatchObject({ health: "live", problem: null });
    expect(first.watch().snapshot).toEqual(second.watch().snapshot);
    first.requests.length = 0;
    await pass(60_000);
    expect(first.requests).toEqual([]);
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
