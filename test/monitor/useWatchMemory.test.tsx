import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultPollSettings } from "../../src/domain/pollDelay.ts";
import * as opening from "../../src/monitor/openWatchMemory.ts";
import { useWatchMemory } from "../../src/monitor/useWatchMemory.ts";
import { aRevocation, testNow } from "../support/builders.ts";
import { aRead, withResult } from "./history/reads.ts";

vi.mock("../../src/monitor/openWatchMemory.ts", { spy: true });
afterEach(() => vi.mocked(opening.openWatchMemory).mockClear());

const options = {
  tenantKey: "tenant",
  accountKey: "account",
  settings: { persist: false, days: 90 },
  poll: defaultPollSettings,
  clock: () => testNow,
};

describe("useWatchMemory", () => {
  it("takes reads in as they came, also those of before the history was open", async () => {
    const { result } = renderHook(() => useWatchMemory(options));
    const { recorder } = result.current;
    await recorder.record(aRead(0, withResult({ totalLicensesCount: 100 })));
    await recorder.record(aRead(2, withResult({ totalLicensesCount: 200 })));
    await recorder.record(aRead(4, withResult({ totalLicensesCount: 300 })));
    await waitFor(() => expect(result.current.memory).not.toBeNull());
    const seen = await result.current.memory?.history.observationsOf(aRevocation().identity);
    expect(seen?.map(({ attempted }) => attempted)).toEqual([100, 200, 300]);
  });

  it("writes a read before it is shown once another tab's has been", async () => {
    const { result } = renderHook(() => useWatchMemory(options));
    const { recorder } = result.current;
    await recorder.follow(aRead(0, withResult({ totalLicensesCount: 100 })));
    await waitFor(() => expect(result.current.memory).not.toBeNull());
    await recorder.record(aRead(2, withResult({ totalLicensesCount: 200 })));
    const seen = await result.current.memory?.history.observationsOf(aRevocation().identity);
    expect(seen?.at(-1)?.attempted).toBe(200);
  });

  it("takes in later what was read while its code could not be loaded", async () => {
    vi.mocked(opening.openWatchMemory).mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const { result } = renderHook(() => useWatchMemory(options));
    const { recorder } = result.current;
    await act(() => recorder.follow(aRead(0, withResult({ totalLicensesCount: 100 }))));
    expect(result.current).toMatchObject({ memory: null, isMissing: true });
    await recorder.record(aRead(2, withResult({ totalLicensesCount: 200 })));
    await waitFor(() => expect(result.current.memory).not.toBeNull());
    expect(result.current.isMissing).toBe(false);
    const seen = await result.current.memory?.history.observationsOf(aRevocation().identity);
    expect(seen?.map(({ attempted }) => attempted)).toEqual([100, 200]);
  });
});
