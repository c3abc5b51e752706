import { useEffect, useState, useSyncExternalStore } from "react";
import { nextTask } from "../../graph/nextTask.ts";
import type { History } from "./history.ts";
import { deriveOverviewInTasks, type Overview } from "./overview.ts";

/** `null` until it is derived for the first time; then the one from before stays until there is a newer one. */
export function useOverview(history: History, dayStarts: readonly number[]): Overview | null {
  const { memory } = useSyncExternalStore(history.subscribe, history.getState);
  const [overview, setOverview] = useState<Overview | null>(null);
  useEffect(() => {
    let isWanted = true;
    void deriveOverviewInTasks(memory, dayStarts, nextTask).then((derived) => {
      if (isWanted) setOverview(derived);
    });
    return () => {
      isWanted = false;
    };
  }, [memory, dayStarts]);
  return overview;
}
