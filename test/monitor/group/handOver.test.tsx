import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { faults } from "../../../src/emulator/faults.ts";
import { GraphError } from "../../../src/graph/graphError.ts";
import { testNow } from "../../support/builders.ts";
import { fullRead, oneActivePollMs, pass, shortRead, startBrowser } from "./startBrowser.tsx";

describe("the leading tab", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: testNow });
    vi.spyOn(Math, "random").mockReturnValue(0.5);
  });
  afterEach(() => {
    vi.useRealTimers();
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
});
