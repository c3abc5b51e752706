import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * What is on paper while the browser prints; `null` while it does not. `print` prints a job; whoever prints the page
 * by the browser's own command gets `usual`.
 */
export function usePrinting<Job>(usual: () => Job) {
  const [job, setJob] = useState<Job | null>(null);
  const asked = useRef<Job | null>(null);
  const latest = useRef(usual);
  useLayoutEffect(() => {
    latest.current = usual;
  });
  useEffect(() => {
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
  }, []);
  const print = (wanted: Job) => {
    asked.current = wanted;
    window.print();
  };
  return { job, print };
}
