import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { Session, SessionState } from "../../auth/session.ts";
import { useLeaveOnEscape } from "../../dashboard/wall/useLeaveOnEscape.ts";
import { WallClock } from "../../dashboard/wall/WallClock.tsx";
import { useWallStyles } from "../../dashboard/wall/wallStyles.ts";
import { useText } from "../../i18n/useText.ts";
import { useWakeLock } from "../../ui/useWakeLock.ts";
import { WallSignIn } from "./WallSignIn.tsx";

interface SignedOutWallProps {
  readonly session: Session;
  readonly state: Extract<SessionState, { kind: "signedOut" }>;
  readonly onLeave: () => void;
}

/** A wall without anybody signed in, as after the screen's computer was started again. */
export function SignedOutWall({ session, state, onLeave }: SignedOutWallProps) {
  const styles = useStyles();
  const wall = useWallStyles();
  const text = useText();
  useWakeLock();
  useLeaveOnEscape(onLeave);
  return (
    <main className={mergeClasses(wall.root, styles.wall)}>
      <div className={wall.head}>
        <h1 className={wall.title}>{text("app.name")}</h1>
        <WallClock />
      </div>
      <WallSignIn session={session} problem={state.problem} hasSignedOut={state.signedOutAccount !== null} />
      <p className={wall.leave}>{text("wall.leave")}</p>
    </main>
  );
}

const useStyles = makeStyles({
  wall: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gridTemplateRows: "auto 1fr auto",
    rowGap: "max(12px, 1.5 * var(--wall-unit))",
    minHeight: "100vh",
  },
});
