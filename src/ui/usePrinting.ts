import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useOwnPage } from "./ownPage.ts";

/**
 * What is on paper while the browser prints; `null` while it does not. `print` prints a job; whoever prints the page
 * by the browser's own command gets `usual`. `print` is `null` in someone else's page, which prints as its owner wants.
 */
export function usePrinting<Job>(usual: () => Job) {
  const [job, setJob] = useState<Job | null>(null);
  const asked = useRef<Job | null>(null);
  const latest = useRef(usual);
  useLayoutEffect(() => {
    latest.current = usual;
  });
  const isOwnPage = useOwnPage();
  useEffect(() => {
    if (!isOwnPage) return;
    // The browser takes its picture of the page right after this event.
    const begin = () => flushSync(() => setJob(asked.current ?? latest.current()));
    const end = () => {
      asked.current = null;
      setJob(null);
    };
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, [isOwnPage]);
  const print = (wanted: Job) => {
    asked.current = wanted;
    window.print();
  };
  return { job, print: isOwnPage ? print : null };
}
