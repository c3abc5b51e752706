import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultPollSettings } from "../../src/domain/pollDelay.ts";
import { createEmulatedGraph } from "../../src/emulator/emulatedGraph.ts";
import type { Fault } from "../../src/emulator/fault.ts";
import { faultRetryAfterSeconds, faults } from "../../src/emulator/faults.ts";
import type { ScenarioName } from "../../src/emulator/scenarios.ts";
import { createGraphClient } from "../../src/graph/graphClient.ts";
import { GraphError } from "../../src/graph/graphError.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { ClockProvider } from "../../src/monitor/clock.tsx";
import type { RevocationWatch } from "../../src/monitor/revocationWatch.ts";
import { useRevocationWatch } from "../../src/monitor/useRevocationWatch.ts";
import { testNow } from "../support/builders.ts";

const settings = { ...defaultPollSettings, activeSeconds: 10, idleSeconds: 300 };
/** Longer than an interval with its jitter. */
const oneActivePollMs = 11_500;

function emulate(scenario: ScenarioName) {
  const requests: string[] = [];
  let fault: Fault | null = null;
  let signInError: GraphError | null = null;
  const graph = createEmulatedGraph({
    scenario,
    clock: Date.now,
    fault: (...args) => fault?.(...args) ?? null,
  });
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
    now: Date.now,
  });
  return {
    reader: createVppTokenReader(client),
    requests,
    setFault: (next: Fault | null) => {
      fault = next;
    },
    setSignInError: (next: GraphError | null) => {
      signInError = next;
    },
  };
}

async function watching(scenario: ScenarioName, fault: Fault | null = null) {
  const emulated = emulate(scenario);
  emulated.setFault(fault);
  const { reader } = emulated;
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ClockProvider clock={Date.now}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ClockProvider>
  );
  const { result, rerender, unmount } = renderHook(
    () => useRevocationWatch({ reader, watchKey: "ada", settings }),
    {
      wrapper,
    },
  );
  await pass(1_000);
  return { ...emulated, watch: () => result.current, rerender, unmount };
}

/** The parts of a long first read come in real tasks, which no faked time brings nearer. */
async function whole(watch: () => RevocationWatch): Promise<void> {
  await vi.waitUntil(async () => {
    await pass(100);
    return watch().snapshot?.isComplete;
  });
}

function pass(ms: number): Promise<unknown> {
  return act(() => vi.advanceTimersByTimeAsync(ms));
}

async function setHidden(isHidden: boolean): Promise<void> {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(isHidden ? "hidden" : "visible");
  await act(async () => void window.dispatchEvent(new Event("visibilitychange")));
  await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
  await pass(50);
}

const fullRead = "GET /beta/deviceAppManagement/vppTokens";
const shortRead = "POST /beta/$batch";

describe("useRevocationWatch", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: testNow });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("reads all tokens at once", async () => {
    const { watch, requests } = await watching("mixed");
    expect(watch().snapshot?.isComplete).toBe(true);
    expect(watch().health).toBe("live");
    expect(requests.every((request) => request === fullRead)).toBe(true);
  });

  it("asks only for running tokens in between", async () => {
    const { requests } = await watching("mixed");
    requests.length = 0;
    await pass(oneActivePollMs);
    expect(requests).toEqual([shortRead]);
  });

  it("reads at once when the clock says that a read was missed", async () => {
    const { watch, requests } = await watching("mixed");
    requests.length = 0;
    vi.setSystemTime(Date.now() + 60 * 60_000);
    await pass(2_000);
    expect(requests[0]).toBe(fullRead);
    expect(watch()).toMatchObject({ health: "live", isReading: false });
  });

  it("reads no more often when the clock is set back", async () => {
    const { requests } = await watching("mixed");
    requests.length = 0;
    vi.setSystemTime(Date.now() - 60 * 60_000);
    await pass(5_000);
    expect(requests).toEqual([]);
    await pass(oneActivePollMs);
    expect(requests[0]).toBe(fullRead);
  });

  it("reads all tokens again after idleSeconds", async () => {
    const { requests } = await watching("mixed");
    requests.length = 0;
    await pass(300_000 + oneActivePollMs);
    expect(requests.filter((request) => request === fullRead).length).toBeGreaterThan(0);
    expect(requests.filter((request) => request === shortRead).length).toBeGreaterThan(20);
  });

  it("keeps untouched tokens as they are", async () => {
    const { watch } = await watching("district");
    await whole(watch);
    const before = watch().snapshot;
    await pass(oneActivePollMs);
    const after = watch().snapshot;
    const changed = after?.tokens.filter((token, index) => token !== before?.tokens[index]);
    expect(after?.tokens).toHaveLength(3_000);
    expect(changed?.length).toBeLessThanOrEqual(5);
  });

  it("makes one request for five running of 3,000", async () => {
    const { watch, requests } = await watching("district");
    await whole(watch);
    requests.length = 0;
    await pass(oneActivePollMs);
    expect(requests).toEqual([shortRead]);
  });

  it("waits idleSeconds when nothing runs", async () => {
    const { requests } = await watching("quiet");
    requests.length = 0;
    await pass(299_000);
    expect(requests).toEqual([]);
    await pass(32_000);
    expect(requests).toEqual([fullRead]);
  });

  it("reads all tokens when asked to refresh", async () => {
    const { watch, requests } = await watching("mixed");
    requests.length = 0;
    act(() => watch().refresh());
    await pass(500);
    expect(requests).toContain(fullRead);
  });

  it("does not read while the page is hidden", async () => {
    const { requests, rerender } = await watching("mixed");
    await setHidden(true);
    requests.length = 0;
    await pass(60_000);
    rerender();
    await pass(1_000);
    expect(requests).toEqual([]);
  });

  it("reads at once when the page is shown again", async () => {
    const { requests } = await watching("mixed");
    await setHidden(true);
    await pass(60_000);
    requests.length = 0;
    await setHidden(false);
    expect(requests).toHaveLength(1);
  });

  it("stops reading while paused", async () => {
    const { watch, requests } = await watching("mixed");
    act(() => watch().setPaused(true));
    requests.length = 0;
    await pass(60_000);
    expect(requests).toEqual([]);
    expect(watch()).toMatchObject({ health: "paused", nextReadAt: null });
  });

  it("keeps last results when refetch fails", async () => {
    const { watch, setFault } = await watching("mixed");
    const before = watch().snapshot;
    setFault(faults.networkFailure);
    await pass(oneActivePollMs);
    expect(watch().snapshot).toBe(before);
    expect(watch().problem?.kind).toBe("network");
    expect(watch().health).toBe("failing");
  });

  it("calls the data stale when failing goes on", async () => {
    const { watch, setFault } = await watching("mixed");
    setFault(faults.networkFailure);
    await pass(120_000);
    expect(watch().health).toBe("stale");
  });

  it("recovers by itself", async () => {
    const { watch, setFault } = await watching("mixed");
    setFault(faults.networkFailure);
    await pass(60_000);
    setFault(null);
    await pass(5 * 60_000);
    expect(watch()).toMatchObject({ health: "live", problem: null });
  });

  it("keeps saying what is wrong while a first read is tried again", async () => {
    const { watch, setFault, requests, unmount } = await watching("mixed", faults.networkFailure);
    expect(watch()).toMatchObject({ snapshot: null, problem: { kind: "network" } });
    setFault(faults.noAnswer);
    requests.length = 0;
    await pass(11_000);
    expect(requests).not.toEqual([]);
    expect(watch()).toMatchObject({ snapshot: null, isReading: true, problem: { kind: "network" } });
    unmount();
  });

  it("says so no more once a first read has come", async () => {
    const { watch, setFault } = await watching("mixed", faults.networkFailure);
    setFault(null);
    await pass(60_000);
    expect(watch()).toMatchObject({ health: "live", problem: null });
  });

  it("waits as long as Graph asks", async () => {
    const { watch, setFault, requests } = await watching("mixed");
    setFault(faults.throttledReadable);
    await pass(oneActivePollMs);
    expect(watch().health).toBe("throttled");
    const waitMs = (watch().nextReadAt ?? 0) - Date.now();
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual((faultRetryAfterSeconds + 1) * 1_000);
    requests.length = 0;
    await pass(waitMs - 10);
    expect(requests).toEqual([]);
    await pass(20);
    expect(requests).toHaveLength(1);
  });

  it("keeps that wait when the page is shown again", async () => {
    const { watch, setFault, requests } = await watching("mixed");
    setFault(faults.throttledReadable);
    await pass(oneActivePollMs);
    const waitMs = (watch().nextReadAt ?? 0) - Date.now();
    await setHidden(true);
    requests.length = 0;
    await setHidden(false);
    expect(requests).toEqual([]);
    await pass(waitMs);
    expect(requests).toHaveLength(1);
  });

  it("stops asking when only a person can help", async () => {
    const { watch, setSignInError, requests } = await watching("mixed");
    setSignInError(new GraphError("signInNeeded"));
    await pass(oneActivePollMs);
    requests.length = 0;
    await pass(10 * 60_000);
    expect(requests).toEqual([]);
    expect(watch()).toMatchObject({ health: "signInNeeded", nextReadAt: null });
    expect(watch().snapshot).not.toBeNull();
  });

  it("goes on after the sign-in is done", async () => {
    const { watch, setSignInError } = await watching("mixed");
    setSignInError(new GraphError("signInNeeded"));
    await pass(oneActivePollMs);
    setSignInError(null);
    act(() => watch().refresh());
    await pass(500);
    expect(watch().health).toBe("live");
  });

  it("goes on by itself when sign-in was out of reach", async () => {
    const { watch, setSignInError } = await watching("mixed");
    setSignInError(new GraphError("signInUnavailable"));
    await pass(oneActivePollMs);
    setSignInError(null);
    await pass(5_000);
    expect(watch().health).toBe("live");
  });

  it("leaves no timer behind when unmounted", async () => {
    const { unmount, requests } = await watching("mixed");
    unmount();
    requests.length = 0;
    await pass(20 * 60_000);
    expect(requests).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
