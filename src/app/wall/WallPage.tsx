import { useEffect, useMemo } from "react";
import type { SessionState } from "../../auth/session.ts";
import type { Activity } from "../../dashboard/told/useActivity.ts";
import { Wall } from "../../dashboard/wall/Wall.tsx";
import { type LastKnown, lastKnown } from "../../monitor/history/lastKnown.ts";
import type { RevocationWatch } from "../../monitor/revocationWatch.ts";
import { useHistoryState } from "../../monitor/useWatchMemory.ts";
import type { WatchMemory } from "../../monitor/watchMemory.ts";
import type { MonitorPageProps } from "../monitorPageProps.ts";
import { WallSignIn } from "./WallSignIn.tsx";

interface WallPageProps extends MonitorPageProps {
  readonly sessionState: Extract<SessionState, { kind: "signedIn" }>;
  readonly watch: RevocationWatch;
  readonly memory: WatchMemory | null;
  readonly openMemory: () => void;
  readonly onActivity: (activity: Activity | null) => void;
}

/** The wall over the same watch as the dashboard: whoever goes from one to the other finds the data there. */
export function WallPage(props: WallPageProps) {
  const { view, onViewChange, config, connection, sessionState, watch, memory, openMemory } = props;
  const { session, demo } = connection;
  const { problem } = sessionState;
  const isSignInNeeded = problem?.needsPerson || watch.health === "signInNeeded";
  const isInTrouble = isSignInNeeded || watch.problem !== null;
  const known = useLastKnown(memory, openMemory, watch.snapshot === null && isInTrouble);
  return (
    <Wall
      watch={known === null ? watch : { ...watch, snapshot: known.snapshot, lastReadAt: known.readAt }}
      memory={memory}
      unchangedMinutes={config.poll.unchangedMinutes}
      isDemo={demo !== null}
      isClockWrong={problem?.kind === "clockWrong"}
      signInNotice={
        isSignInNeeded ? <WallSignIn session={session} problem={problem} onRetry={watch.refresh} /> : null
      }
      onActivity={props.onActivity}
      onLeave={() => onViewChange({ ...view, view: null })}
    />
  );
}

/** A wall that came back from the login page in vain has read nothing, but what it showed before is remembered. */
function useLastKnown(
  memory: WatchMemory | null,
  openMemory: () => void,
  isWanted: boolean,
): LastKnown | null {
  useEffect(() => {
    if (isWanted) openMemory();
  }, [isWanted, openMemory]);
  const remembered = useHistoryState(memory)?.memory;
  return useMemo(
    () => (isWanted && remembered !== undefined ? lastKnown(remembered) : null),
    [isWanted, remembered],
  );
}
