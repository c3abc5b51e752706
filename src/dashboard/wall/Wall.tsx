import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons/svg/beaker";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { type ReactNode, useEffect, useMemo } from "react";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import type { RevocationWatch } from "../../monitor/revocationWatch.ts";
import { useHistoryState } from "../../monitor/useWatchMemory.ts";
import type { WatchMemory } from "../../monitor/watchMemory.ts";
import { useWakeLock } from "../../ui/useWakeLock.ts";
import { answerText } from "../answerText.ts";
import { emptyKind } from "../emptyKind.ts";
import { RowMarksProvider } from "../rowMarks.tsx";
import { type Activity, useActivity } from "../told/useActivity.ts";
import { useReported } from "../useReported.ts";
import { useLeaveOnEscape } from "./useLeaveOnEscape.ts";
import { WallClock } from "./WallClock.tsx";
import { WallHealth } from "./WallHealth.tsx";
import { WallPages } from "./WallPages.tsx";
import { wallRowsOf } from "./wallRows.ts";
import { useWallStyles } from "./wallStyles.ts";

interface WallProps {
  readonly watch: RevocationWatch;
  /** What was observed; `null` until it is open. */
  readonly memory: WatchMemory | null;
  readonly unchangedMinutes: number;
  /** What is shown is not real, and says so. */
  readonly isDemo: boolean;
  /** The times and ages that are shown are off. */
  readonly isClockWrong: boolean;
  /** Takes half of the screen while the sign-in is being renewed or needs a person. */
  readonly signInNotice: ReactNode;
  /** What the title and icon of the page say of the tenant. */
  readonly onActivity: (activity: Activity | null) => void;
  readonly onLeave: () => void;
}

const noneGone: readonly Revocation[] = [];

/** The view for a screen on a wall: what runs, what needs attention, and how old that is. Nobody has to touch it. */
export function Wall(props: WallProps) {
  const { watch, memory, unchangedMinutes, isDemo, isClockWrong, signInNotice, onActivity, onLeave } = props;
  const styles = useStyles();
  const wall = useWallStyles();
  const text = useText();
  const { snapshot, isPaused, setPaused } = watch;
  useWakeLock();
  useLeaveOnEscape(onLeave);
  // A pause belongs to the person who asked for it, and nobody sits here.
  useEffect(() => {
    if (isPaused) setPaused(false);
  }, [isPaused, setPaused]);
  useHistoryState(memory);
  const { groups, totals } = useReported(snapshot, noneGone);
  useActivity(totals, onActivity);
  const list = useMemo(() => wallRowsOf(groups), [groups]);
  return (
    <main className={mergeClasses(wall.root, styles.wall)}>
      {isDemo && <WallDemoMark />}
      <div className={wall.head}>
        <h1 className={wall.title}>{answerText(watch, totals, text)}</h1>
        <WallClock />
      </div>
      <WallHealth watch={watch} isQuiet={signInNotice !== null} />
      {isClockWrong && <p className={styles.warning}>{text("signIn.problem.clockWrong.title")}</p>}
      {signInNotice}
      <div className={styles.body}>
        <RowMarksProvider memory={memory} gone={noneGone} unchangedMinutes={unchangedMinutes}>
          {list.rows.length > 0 ? (
            <WallPages list={list} mostRows={signInNotice === null ? 5 : 2} />
          ) : (
            <WallNothing watch={watch} />
          )}
        </RowMarksProvider>
      </div>
      <p className={wall.leave}>{text("wall.leave")}</p>
    </main>
  );
}

/** Nothing hangs there: because all is well, or because something is wrong that somebody can mend. */
function WallNothing({ watch: { snapshot, problem } }: Pick<WallProps, "watch">) {
  const styles = useStyles();
  const text = useText();
  if (problem !== null && problem.kind !== "signInNeeded")
    return <p className={styles.help}>{text(`problem.${problem.kind}Help`)}</p>;
  const isCalm = snapshot?.isComplete === true && emptyKind(snapshot) === "noRevocations";
  return isCalm && <CheckmarkCircleRegular aria-hidden className={styles.nothing} />;
}

/** Cannot be closed. */
function WallDemoMark() {
  const styles = useStyles();
  const text = useText();
  return (
    <p className={styles.demo}>
      <BeakerRegular aria-hidden className={styles.demoIcon} />
      <strong>{text("demo.mark")}</strong> <span>{text("demo.text")}</span>
    </p>
  );
}

const useStyles = makeStyles({
  wall: {
    display: "flex",
    flexDirection: "column",
    rowGap: "max(8px, 1 * var(--wall-unit))",
    height: "100vh",
    "@media (max-width: 767.98px)": { height: "auto", minHeight: "100vh" },
  },
  body: {
    flexGrow: 1,
    minHeight: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gridTemplateRows: "minmax(0, 1fr) auto",
    overflow: "hidden",
    rowGap: "max(4px, 0.5 * var(--wall-unit))",
  },
  help: { margin: 0, fontSize: "max(16px, 2.4 * var(--wall-unit))", lineHeight: 1.3 },
  nothing: {
    alignSelf: "center",
    justifySelf: "center",
    fontSize: "max(96px, 20 * var(--wall-unit))",
    color: tokens.colorStatusSuccessForeground1,
  },
  warning: {
    margin: 0,
    fontSize: "max(16px, 2 * var(--wall-unit))",
    lineHeight: 1.2,
    fontWeight: tokens.fontWeightBold,
  },
  demo: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "max(6px, 0.6 * var(--wall-unit))",
    margin: 0,
    padding: `max(3px, 0.3 * var(--wall-unit)) max(8px, 1 * var(--wall-unit))`,
    fontSize: "max(14px, 1.6 * var(--wall-unit))",
    lineHeight: 1.3,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `max(1px, 0.15 * var(--wall-unit)) solid ${tokens.colorStatusWarningBorder1}`,
  },
  demoIcon: { fontSize: "1.2em" },
});
