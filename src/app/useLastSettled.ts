import { useLayoutEffect, useState } from "react";
import { isSettled } from "../i18n/loadOnce.ts";

/**
 * The last of the promises that it was given that has settled, for `readPromise` to read without a pause; `null` before
 * the first has. For what a page begins with: React holds back what follows a fallback of `Suspense`, be it an empty
 * one, until 300 ms after it, and the first row would wait for that.
 */
export function useLastSettled<Value>(promise: Promise<Value>): Promise<Value> | null {
  const [settled, setSettled] = useState(() => (isSettled(promise) ? promise : null));
  useLayoutEffect(() => {
    let isWanted = true;
    const take = () => {
      if (isWanted) setSettled(promise);
    };
    promise.then(take, take);
    return () => {
      isWanted = false;
    };
  }, [promise]);
  return settled;
}
