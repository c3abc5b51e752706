import { notifyManager, type QueryClient, type QueryState } from "@tanstack/react-query";
import isSame from "fast-deep-equal";
import type { GraphError } from "../../graph/graphError.ts";
import type { WatchedTokens } from "../watchedTokens.ts";
import type { createWatchQuery } from "../watchQuery.ts";
import { protocolVersion } from "./groupMessage.ts";
import type { SharedState } from "./sharedState.ts";
import type { Sharing } from "./sharing.ts";
import { createWatchGroup, type GroupRole, type WatchGroup } from "./watchGroup.ts";

interface SharedQueryOptions {
  readonly client: QueryClient;
  readonly query: ReturnType<typeof createWatchQuery>;
  readonly watchKey: string;
  readonly sharing: Sharing;
  readonly clock: () => number;
}

/** The part that this tab has in its group's reading. */
export interface SharedReading {
  readonly role: GroupRole;
  /** Whether this tab polls: it is alone, or it leads and the wait that its predecessor began is over. */
  readonly isPolling: boolean;
  /** Whether the leader reads now. */
  readonly isLeaderReading: boolean;
  /** Rises whenever this tab has to read at once. */
  readonly turn: number;
}

/** In the shape of React's `useSyncExternalStore`: the tab is in its group while somebody listens. */
export interface SharedQuery {
  subscribe(listener: () => void): () => void;
  getReading(): SharedReading;
  /** Asks whoever leads for a read; `false`: this tab has to read by itself. */
  wantRead(): boolean;
  setReadInBackground(isReadInBackground: boolean): void;
}

/** Lets the tabs of one account fill their queries from the reads of one of them. */
export function createSharedQuery(options: SharedQueryOptions): SharedQuery {
  const listeners = new Set<() => void>();
  let reading: SharedReading = notYetJoined;
  let member: Membership | null = null;
  let isReadInBackground = false;
  function change(part: Partial<SharedReading>): void {
    const next = { ...reading, ...part };
    if (isSame(next, reading)) return;
    reading = next;
    for (const listener of listeners) listener();
  }
  return {
    subscribe(listener) {
      listeners.add(listener);
      member ??= join(options, change, () => isReadInBackground);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        member?.leave();
        member = null;
        reading = notYetJoined;
      };
    },
    getReading: () => reading,
    wantRead: () => member?.wantRead() ?? false,
    setReadInBackground(next) {
      isReadInBackground = next;
      member?.updateCandidate();
    },
  };
}

/** What a tab does that shares nothing. */
export const aloneQuery: SharedQuery = {
  subscribe: () => () => {},
  getReading: () => aloneReading,
  wantRead: () => false,
  setReadInBackground: () => {},
};

const aloneReading: SharedReading = { role: "alone", isPolling: true, isLeaderReading: false, turn: 0 };
const notYetJoined: SharedReading = { ...aloneReading, role: "follower", isPolling: false };

interface Membership {
  wantRead(): boolean;
  updateCandidate(): void;
  leave(): void;
}

function join(
  options: SharedQueryOptions,
  change: (part: Partial<SharedReading>) => void,
  isReadInBackground: () => boolean,
): Membership {
  const { client, query, watchKey, sharing, clock } = options;
  const cache = client.getQueryCache();
  /** Looked up anew: whoever owns the client may have cleared it. */
  const entry = () => cache.build<WatchedTokens, GraphError>(client, { queryKey: query.options.queryKey });
  let role: GroupRole = "follower";
  let turn = 0;
  let isLeaderReading = false;
  let isReadWanted = false;
  /** This tab's own sign-in needs a person: another tab may do better. */
  let isBarred = false;
  let isLeft = false;
  let dueTimer: ReturnType<typeof setTimeout> | undefined;
  const isReading = () => entry().state.fetchStatus === "fetching";
  const isCandidate = () =>
    !isBarred && (sharing.isVisible() || isReadInBackground() || (role === "leader" && isReading()));

  function getState(): SharedState {
    const { data = null, dataUpdatedAt, error: problem, errorUpdatedAt } = entry().state;
    const isReadingNow = role === "leader" ? isReading() : isLeaderReading;
    const pace = query.getPace();
    const isHidden = !sharing.isVisible();
    return { data, dataUpdatedAt, problem, errorUpdatedAt, isReading: isReadingNow, isHidden, ...pace };
  }

  function adopt(state: SharedState): void {
    isLeaderReading = state.isReading;
    if (isLeaderReading) isReadWanted = false;
    const { data, dataUpdatedAt, isReading: _, isHidden: __, problem, errorUpdatedAt, ...pace } = state;
    const part = { data: data ?? undefined, dataUpdatedAt };
    const isOfLeaderAlone = isOfSignIn(problem) && !isBarred;
    if (!isOfLeaderAlone) query.setPace(pace);
    const status = problem !== null ? "error" : data !== null ? "success" : "pending";
    // One batch, so that what is shown of both changes at once.
    notifyManager.batch(() => {
      entry().setState(isOfLeaderAlone ? part : { ...part, error: problem, errorUpdatedAt, status });
      notifyManager.schedule(() => !isLeft && change({ isLeaderReading }));
    });
  }

  function onRole(next: GroupRole): void {
    role = next;
    isLeaderReading = false;
    clearTimeout(dueTimer);
    change({ role, isPolling: role === "alone", isLeaderReading });
    if (role === "leader") awaitTurn();
  }

  /** The wait that the last leader began goes on, so that handing over costs no read. */
  function awaitTurn(): void {
    const { state } = entry();
    if (isReadWanted) readAllNow();
    else dueTimer = setTimeout(takeTurn, remainingMs(state, query.delayAfter(state), clock()));
  }

  function takeTurn(): void {
    clearTimeout(dueTimer);
    turn += 1;
    change({ isPolling: true, turn });
  }

  function readAllNow(): void {
    isReadWanted = false;
    query.wantFullRead();
    takeTurn();
  }

  const group: WatchGroup = createWatchGroup({
    name: `vpp-revocation-monitor.watch.v${protocolVersion}.${watchKey}`,
    sharing,
    isCandidate: isCandidate(),
    getState,
    adopt,
    onRole,
    onReadWanted: readAllNow,
  });
  const updateCandidate = () => group.setCandidate(isCandidate());
  const ignoreVisibility = sharing.subscribeToVisibility(() => {
    updateCandidate();
    // A tab in sight takes the lead from one that says that it is not.
    group.publish();
  });
  const ignoreQuery = cache.subscribe((event) => {
    // Asked last: whoever clears the client would get a new entry, and with it a timer.
    if (event.type !== "updated" || role !== "leader" || event.query !== entry()) return;
    if (event.action.type === "error") isBarred = isOfSignIn(entry().state.error);
    group.publish();
    updateCandidate();
  });

  return {
    updateCandidate,
    wantRead() {
      if (role !== "follower") return false;
      isReadWanted = true;
      isBarred = false;
      updateCandidate();
      group.wantRead();
      return true;
    },
    leave() {
      isLeft = true;
      clearTimeout(dueTimer);
      ignoreQuery();
      ignoreVisibility();
      group.close();
    },
  };
}

function isOfSignIn(problem: GraphError | null): boolean {
  return problem?.kind === "signInNeeded" || problem?.kind === "unauthorized";
}

/** 0 where nothing was read, or only a part. A clock that was set back makes no wait longer than it was. */
function remainingMs(
  { data, dataUpdatedAt, errorUpdatedAt }: QueryState<WatchedTokens, GraphError>,
  delayMs: number | false,
  now: number,
): number {
  const updatedAt = Math.max(dataUpdatedAt, errorUpdatedAt);
  const isPartial = data?.snapshot.isComplete === false && errorUpdatedAt < dataUpdatedAt;
  if (delayMs === false || updatedAt === 0 || isPartial) return 0;
  return Math.min(Math.max(updatedAt + delayMs - now, 0), delayMs);
}
