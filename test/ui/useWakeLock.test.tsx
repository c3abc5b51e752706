import { act, render } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useWakeLock } from "../../src/ui/useWakeLock.ts";

function Awake() {
  useWakeLock();
  return null;
}

function stubWakeLock(request: () => Promise<unknown>) {
  const asked = vi.fn(request);
  vi.stubGlobal("navigator", { ...navigator, wakeLock: { request: asked } });
  return asked;
}

function aLock() {
  const lock = {
    released: false,
    release: vi.fn(async () => {
      lock.released = true;
    }),
  };
  return lock;
}

const returnToPage = () => act(async () => void document.dispatchEvent(new Event("visibilitychange")));

describe("a page that keeps the screen awake", () => {
  it("takes the lock again after it was hidden", async () => {
    const locks = [aLock(), aLock()];
    const asked = stubWakeLock(async () => locks[asked.mock.calls.length - 1]);
    const { unmount } = render(<Awake />);
    await returnToPage();
    expect(asked).toHaveBeenCalledTimes(1);
    // The browser itself lets go of it when the page is hidden.
    Object.assign(locks[0] ?? {}, { released: true });
    await returnToPage();
    expect(asked).toHaveBeenCalledTimes(2);
    unmount();
    await vi.waitFor(() => expect(locks[1]?.released).toBe(true));
  });

  it("asks again after a refusal", async () => {
    const asked = stubWakeLock(() => Promise.reject(new DOMException("low battery", "NotAllowedError")));
    render(<Awake />);
    await returnToPage();
    await returnToPage();
    expect(asked.mock.calls.length).toBeGreaterThan(1);
  });

  it("takes the lock again that the system took while the page was in sight", async () => {
    vi.useFakeTimers();
    const locks = [aLock(), aLock()];
    const asked = stubWakeLock(async () => locks[asked.mock.calls.length - 1]);
    const { unmount } = render(<Awake />);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(asked).toHaveBeenCalledTimes(1);
    Object.assign(locks[0] ?? {}, { released: true });
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(asked).toHaveBeenCalledTimes(2);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("does without where there is none", () => {
    vi.stubGlobal("navigator", { ...navigator, wakeLock: undefined });
    expect(() => render(<Awake />).unmount()).not.toThrow();
  });
});
