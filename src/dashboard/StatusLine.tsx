import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FluentIcon } from "@fluentui/react-icons";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { ArrowSyncCircleRegular } from "@fluentui/react-icons/svg/arrow-sync-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { CloudErrorRegular } from "@fluentui/react-icons/svg/cloud-error";
import { HistoryRegular } from "@fluentui/react-icons/svg/history";
import { KeyRegular } from "@fluentui/react-icons/svg/key";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { PulseRegular } from "@fluentui/react-icons/svg/pulse";
import { ShieldLockRegular } from "@fluentui/react-icons/svg/shield-lock";
import { TimerRegular } from "@fluentui/react-icons/svg/timer";
import { WifiOffRegular } from "@fluentui/react-icons/svg/wifi-off";
import { memo, type ReactNode, useMemo, useState } from "react";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { Announcer } from "../ui/Announcer.tsx";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { meaning } from "./glossary/termNames.ts";
import { StatusAge } from "./StatusAge.tsx";
import type { StatusToolsProps } from "./StatusTools.tsx";

const meaningPart = laterPart(async () => (await import("./glossary/Meaning.tsx")).Meaning);
const paceNotes = laterPart(async () => (await import("./PaceNotes.tsx")).PaceNotes);
const statusTools = laterPart(async () => (await import("./StatusTools.tsx")).StatusTools);

type Health = RevocationWatch["health"];

export const healthIcons = {
  starting: ArrowSyncCircleRegular,
  live: PulseRegular,
  late: ClockRegular,
  failing: CloudErrorRegular,
  stale: HistoryRegular,
  throttled: TimerRegular,
  offline: WifiOffRegular,
  paused: PauseRegular,
  signInNeeded: KeyRegular,
  denied: ShieldLockRegular,
} as const satisfies Record<Health, FluentIcon>;

const tones = {
  starting: "neutral",
  live: "good",
  late: "warning",
  failing: "warning",
  stale: "bad",
  throttled: "warning",
  offline: "bad",
  paused: "neutral",
  signInNeeded: "bad",
  denied: "bad",
} as const satisfies Record<Health, string>;

interface StatusLineProps {
  readonly watch: RevocationWatch;
  /** The page's first sentence. */
  readonly answer: ReactNode;
  readonly tools: Omit<StatusToolsProps, "watch" | "say">;
}

/** How far the screen can be trusted. It is spoken when it changes, by its tools once they are there; the seconds tick in silence. */
export function StatusLine({ watch, answer, tools }: StatusLineProps) {
  const styles = useStyles();
  const text = useText();
  const { health, isPaused, refresh, setPaused } = watch;
  const [sentence, say] = useState("");
  const toldWatch = useToldWatch(watch);
  const isRead = watch.snapshot?.isComplete;
  const Icon = healthIcons[health];
  return (
    <div className={styles.line}>
      {answer}
      <div role="status" aria-atomic="false" className={styles.status}>
        <span
          aria-live={isRead ? "off" : undefined}
          className={mergeClasses(styles.health, styles[tones[health]])}
          {...meaning([`watch-${health}`])}
        >
          <span className={styles.dot} aria-hidden />
          <Icon aria-hidden className={styles.icon} />
          {text(`status.${health}`)}
        </span>
        <span aria-live="off" className={styles.meaning}>
          {isRead && <Later part={meaningPart} props={{ id: `watch-${health}` as const }} />}
        </span>
        <StatusAge watch={watch} />
        {isRead && <Later part={paceNotes} props={{ watch }} />}
        <Announcer message={sentence} isInRegion />
      </div>
      <WatchButtons isPaused={isPaused} refresh={refresh} setPaused={setPaused} />
      <span className={styles.lineBreak} />
      {isRead ? (
        <Later
          part={statusTools}
          props={{ ...tools, watch: toldWatch, say }}
          placeholder={<span className={styles.tools} />}
        />
      ) : (
        <span className={styles.tools} />
      )}
    </div>
  );
}

/** The same object while a read is under way: its tools say nothing of that. */
function useToldWatch(watch: RevocationWatch): StatusToolsProps["watch"] {
  const { snapshot, lastReadAt, health, plan, meter, isFollowing } = watch;
  const { unreadTokens, goneTokens, listedTokens } = watch;
  return useMemo(
    () => ({
      ...{ snapshot, lastReadAt, health, plan, meter, isFollowing },
      ...{ unreadTokens, goneTokens, listedTokens },
    }),
    [snapshot, lastReadAt, health, plan, meter, isFollowing, unreadTokens, goneTokens, listedTokens],
  );
}

type WatchButtonsProps = Pick<RevocationWatch, "isPaused" | "refresh" | "setPaused">;

const WatchButtons = memo(function WatchButtons({ isPaused, refresh, setPaused }: WatchButtonsProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        appearance="subtle"
        icon={isPaused ? <PlayRegular /> : <PauseRegular />}
        onClick={() => setPaused(!isPaused)}
      >
        {text(isPaused ? "status.resume" : "status.pause")}
      </Button>
      <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={() => refresh()}>
        {text("status.refresh")}
      </Button>
    </div>
  );
});

/** Answer and status each begin a line, so that longer words move none of the others aside. */
const narrow = "@media (max-width: 1023px)";
/** Here the tools take two lines. */
const narrowest = "@media (max-width: 519px)";
/** A border that is transparent elsewhere is drawn here. */
const forcedColors = "@media (forced-colors: active)";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    rowGap: tokens.spacingVerticalXXS,
    // As wide as their words, so that one line holds them all in every language.
    "& .fui-Button": { minWidth: "auto" },
  },
  status: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    marginInlineStart: tokens.spacingHorizontalM,
    [narrow]: { flexBasis: "100%", marginInlineStart: 0 },
    fontVariantNumeric: "tabular-nums",
  },
  health: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    paddingInline: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
  },
  dot: {
    width: "8px",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: "currentColor",
    [forcedColors]: { backgroundColor: "CanvasText" },
  },
  icon: { fontSize: "16px" },
  /** As near to the word as to what follows it; where each state has a border, beside that. */
  meaning: {
    display: "inline-flex",
    width: "24px",
    height: "24px",
    marginInlineStart: "-8px",
    [forcedColors]: { marginInlineStart: 0 },
  },
  neutral: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground3 },
  good: {
    color: tokens.colorStatusSuccessForeground1,
    paddingInline: 0,
    [forcedColors]: { paddingInline: tokens.spacingHorizontalS },
  },
  warning: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  bad: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  /** The tools have a line of their own, whatever their words are in a language and however the seconds tick. */
  lineBreak: { flexBasis: "100%", [narrow]: { display: "none" } },
  /** The place of what comes later, so that its coming moves no row. */
  tools: { width: "min(470px, 100%)", height: "24px", [narrowest]: { height: "50px" } },
  actions: {
    display: "flex",
    gap: tokens.spacingHorizontalXS,
    marginInlineStart: "auto",
    [narrow]: { marginInlineStart: 0 },
  },
});
