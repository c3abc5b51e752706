import { mergeEarlyReads } from "./earlyReads.ts";
import type { HistoryState } from "./history.ts";
import {
  emptyMemory,
  type HistoryChange,
  type HistoryMemory,
  joinChanges,
  noChange,
} from "./historyMemory.ts";
import { type HistoryStore, openHistoryStore } from "./historyStore.ts";
import { historyDatabaseName } from "./historyStores.ts";
import type { Looking } from "./looking.ts";
import { byRevocation, mergeHistory } from "./mergeHistory.ts";
import { forgetBefore, type ObservationBounds, runningKeys } from "./retention.ts";
import { unionSpans } from "./watchedSpans.ts";

export interface HistoryOptions {
  /** The two tell apart what must never mix. */
  readonly tenantKey: string;
  readonly accountKey: string;
  readonly settings: {
    readonly persist: boolean;
    readonly days: number;
    /** Nobody has said whose history it is; then nothing may be kept. */
    readonly isAccountUnknown?: boolean;
  };
  /** Epoch ms. */
  readonly clock: () => number;
  /** Upper bound of stored observations. */
  readonly mostObservations?: number;
  /** An early read of this page, which is going to record the same once more. */
  readonly isRepeated?: (earlyKey: number) => boolean;
}

interface Step {
  readonly memory: HistoryMemory;
  readonly change: HistoryChange;
}

/** A store and the state that follows it. Its works are not to overlap. */
export interface HistoryKeeper {
  readonly store: HistoryStore;
  readonly getState: () => HistoryState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly become: (memory: HistoryMemory, looking?: Looking | null) => void;
  /** Begins anew from what is stored, and adds to it what could not be written. */
  readonly takeOver: () => Promise<void>;
  /** Writes, then shows. When another page has written, what it wrote comes first and the step is prepared again. */
  readonly commit: <Prepared extends Step>(prepare: () => Promise<Prepared>) => Promise<Prepared>;
  /** Lets go of what is too old or too much, at most once an hour. */
  readonly prune: () => Promise<void>;
  /** The same of what is in memory alone: the disk is looked after by who writes. */
  readonly bound: () => void;
}

const dayMs = 24 * 60 * 60_000;
const pruneEveryMs = 60 * 60_000;
const mostAttempts = 3;

export async function openHistoryKeeper(options: HistoryOptions): Promise<HistoryKeeper> {
  const { tenantKey, accountKey, settings, clock } = options;
  const { mostObservations = 200_000, isRepeated = () => false } = options;
  const store = await openHistoryStore(historyDatabaseName(tenantKey, accountKey), memoryReason(settings));
  const listeners = new Set<() => void>();
  let state: HistoryState = { memory: emptyMemory, storage: store.storage(), looking: null };
  let prunedAt = Number.NEGATIVE_INFINITY;

  function become(memory: HistoryMemory, looking = state.looking): void {
    state = { memory, storage: store.storage(), looking };
    for (const listener of listeners) listener();
  }

  async function takeOver(): Promise<void> {
    const unwritten = store.unwritten();
    const stored = await store.load(isRepeated);
    if (stored === null) return become(state.memory);
    const { tokens, spans, fullReadAt, looking, early } = stored;
    const byId = new Map(tokens.map((token) => [token.id, token]));
    const memory = { ...emptyMemory, tokens: byId, spans: unionSpans(spans), fullReadAt };
    store.setUnwritten(noChange);
    const isAdding = unwritten.tokens.size > 0 || early.size > 0;
    const past = isAdding ? await store.past(null) : [];
    const mergedHere = mergeHistory(memory, byRevocation(past), {
      tokens: [...unwritten.tokens.values()],
      past: byRevocation(unwritten.observations),
      spans: unwritten.spans,
    });
    const merged = mergeEarlyReads(mergedHere, past, early);
    store.setUnwritten(joinChanges(merged.change, { ...noChange, early: unwritten.early }));
    become(merged.memory, looking ?? state.looking);
  }

  async function commit<Prepared extends Step>(prepare: () => Promise<Prepared>): Promise<Prepared> {
    for (let attempt = 1; ; attempt += 1) {
      const prepared = await prepare();
      const isLast = attempt === mostAttempts;
      const outcome = isLast ? store.keep(prepared.change) : await store.write(prepared.change, clock());
      if (outcome !== "overtaken") {
        become(prepared.memory);
        return prepared;
      }
      await takeOver();
    }
  }

  /** `null`: not yet. */
  function boundsNow(): ObservationBounds | null {
    if (Math.abs(clock() - prunedAt) < pruneEveryMs) return null;
    prunedAt = clock();
    const cutoff = prunedAt - settings.days * dayMs;
    return { cutoff, most: mostObservations, keepLonger: runningKeys(state.memory) };
  }

  function bound(): void {
    const bounds = boundsNow();
    if (bounds !== null) store.bound(bounds);
  }

  async function prune(): Promise<void> {
    const bounds = boundsNow();
    if (bounds === null) return;
    const { cutoff } = bounds;
    const forgets = () => forgetBefore(state.memory, cutoff);
    if (forgets().memory !== state.memory) await commit(async () => forgets());
    await store.prune({ ...bounds, keepLonger: runningKeys(state.memory) });
  }

  await takeOver();
  await prune();
  return {
    store,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become,
    takeOver,
    commit,
    prune,
    bound,
  };
}

function memoryReason({ persist, isAccountUnknown = false }: HistoryOptions["settings"]) {
  if (isAccountUnknown) return "unknownAccount";
  return persist ? null : "turnedOff";
}
