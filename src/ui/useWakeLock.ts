import { useEffect } from "react";

/**
 * Keeps the screen on for as long as it is mounted. The browser takes the lock away whenever the page is hidden, and at
 * times while it is not, so it is asked for again on each return and every minute. No screen lock, or a refused one (low
 * battery, a policy), is no error: the page is then as any other.
 * Source: https://developer.mozilla.org/docs/Web/API/Screen_Wake_Lock_API
 */
export function useWakeLock(): void {
  useEffect(() => {
    // The DOM types promise what insecure pages and older browsers do not have.
    const wakeLock = navigator.wakeLock as WakeLock | undefined;
    return wakeLock === undefined ? undefined : keepAwake(wakeLock);
  }, []);
}

const askAgainMs = 60_000;

/** Returns how to let the screen sleep again. */
function keepAwake(wakeLock: WakeLock): () => void {
  let isWanted = true;
  let isAsking = false;
  let held: WakeLockSentinel | null = null;

  async function take(): Promise<void> {
    const isHeld = held !== null && !held.released;
    if (isAsking || isHeld || document.visibilityState !== "visible") return;
    isAsking = true;
    held = await wakeLock.request("screen").catch(() => null);
    isAsking = false;
    if (!isWanted) await release();
  }

  async function release(): Promise<void> {
    await held?.release().catch(() => undefined);
  }

  const takeAgain = () => void take();
  document.addEventListener("visibilitychange", takeAgain);
  const timer = setInterval(takeAgain, askAgainMs);
  void take();
  return () => {
    isWanted = false;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", takeAgain);
    void release();
  };
}
