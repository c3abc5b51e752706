import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { type ReactNode, StrictMode } from "react";
import { vi } from "vitest";
import { defaultPollSettings } from "../../../src/domain/pollDelay.ts";
import { createEmulatedGraph } from "../../../src/emulator/emulatedGraph.ts";
import type { Fault } from "../../../src/emulator/fault.ts";
import type { ScenarioName } from "../../../src/emulator/scenarios.ts";
import { createGraphClient } from "../../../src/graph/graphClient.ts";
import type { GraphError } from "../../../src/graph/graphError.ts";
import { createRequestMeter } from "../../../src/graph/requestMeter.ts";
import { createVppTokenReader } from "../../../src/graph/vppTokenReader.ts";
import { ClockProvider } from "../../../src/monitor/clock.tsx";
import { useRevocationWatch } from "../../../src/monitor/useRevocationWatch.ts";
import { createFakeBrowser, type FakeTab } from "./fakeTabs.ts";

const settings = { ...defaultPollSettings, activeSeconds: 10, idleSeconds: 300 };
/** Longer than an interval with its jitter. */
export const oneActivePollMs = 11_500;
export const fullRead = "GET /beta/deviceAppManagement/vppTokens";
export const shortRead = "POST /beta/$batch";

export function pass(ms: number): Promise<unknown> {
  return act(() => vi.advanceTimersByTimeAsync(ms));
}

/** One tenant, one browser; tabs open one after the other. */
export function startBrowser(scenario: ScenarioName = "mixed") {
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
