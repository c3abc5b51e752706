import { useEffect, useState, useSyncExternalStore } from "react";
import type { RevocationIdentity } from "../../domain/revocation.ts";
import type { History } from "../../monitor/history/history.ts";
import { findRemembered } from "../../monitor/history/historyMemory.ts";
import type { Observation } from "../../monitor/history/observation.ts";
import type { RememberedRevocation } from "../../monitor/history/remembered.ts";
import type { WatchedSpan } from "../../monitor/history/watchedSpans.ts";

interface Observed {
  readonly remembered: RememberedRevocation;
  readonly observations: readonly Observation[];
}

interface ObservedRevocation {
  /** `null`: it is not remembered. */
  readonly remembered: RememberedRevocation | null;
  /** `null` until they are read. While newer ones are read, the ones from before stay. */
  readonly observed: Observed | null;
  readonly spans: readonly WatchedSpan[];
}

/** What was observed of a revocation; read again whenever it has changed, not with every poll. */
export function useObservations(history: History, identity: RevocationIdentity): ObservedRevocation {
  const { memory } = useSyncExternalStore(history.subscribe, history.getState);
  const remembered = findRemembered(memory, identity)?.remembered ?? null;
  const [observed, setObserved] = useState<Observed | null>(null);
  useEffect(() => {
    if (remembered === null) return;
    let isWanted = true;
    void history.observationsOf(remembered.identity).then((observations) => {
      if (isWanted) setObserved({ remembered, observations });
    });
    return () => {
      isWanted = false;
    };
  }, [history, remembered]);
  const isOfThis = observed?.remembered.key === remembered?.key;
  return { remembered, observed: isOfThis ? observed : null, spans: memory.spans };
}
