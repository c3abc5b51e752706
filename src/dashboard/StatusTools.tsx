import { Button } from "@fluentui/react-components";
import { memo, type RefObject, useEffect, useMemo, useState } from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { RevocationEvent } from "../domain/revocationEvents.ts";
import type { RevocationTotals } from "../domain/totals.ts";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import type { WatchMemory } from "../monitor/watchMemory.ts";
import { createDesktopNotifier, type DesktopNotifier, noNotifier } from "../ui/desktopNotifier.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { useOwnPage } from "../ui/ownPage.ts";
import { PanelButton } from "../ui/PanelButton.tsx";
import { useKeptFocus } from "../ui/useKeptFocus.ts";
import { Glossary } from "./glossary/Glossary.tsx";
import { PointedMeanings } from "./glossary/PointedMeanings.tsx";
import { HistoryTool } from "./HistoryPanel.tsx";
import { KeysTool } from "./keys/KeysTool.tsx";
import { type NewsChoice, NewsPanel } from "./NewsPanel.tsx";
import { type PacedWatch, usePaceTexts } from "./paceTexts.ts";
import { type PersonalSettings, parsePersonalSettings } from "./personalSettings.ts";
import { RequestFigures } from "./RequestFigures.tsx";
import type { RevocationsTableHandle } from "./RevocationsTable.tsx";
import { NewsNotice } from "./told/NewsNotice.tsx";
import { NewsSettings } from "./told/NewsSettings.tsx";
import { type Activity, useActivity } from "./told/useActivity.ts";
import { useSpoken } from "./told/useSpoken.ts";
import { useTold } from "./told/useTold.ts";

const overviewPanel = laterPart(async () => (await import("./overview/OverviewPanel.tsx")).OverviewPanel);

export interface StatusToolsProps {
  readonly watch: Pick<
    RevocationWatch,
    "snapshot" | "lastReadAt" | "plan" | "meter" | "isFollowing" | keyof PacedWatch
  >;
  /** Has the page's live region say a sentence. */
  readonly say: (sentence: string) => void;
  /** The page's first sentence. */
  readonly answer: string;
  /** `null` before a whole read. */
  readonly totals: RevocationTotals | null;
  /** What was observed; `null` until it is open. */
  readonly memory: WatchMemory | null;
  /** The history's code could not be loaded. */
  readonly isMemoryMissing: boolean;
  readonly unchangedMinutes: number;
  readonly onWall?: (() => void) | undefined;
  readonly news: NewsChoice;
  readonly page: RefObject<HTMLElement | null>;
  readonly table: RefObject<RevocationsTableHandle | null>;
  /** Closes the opened revocation; `null` while none is open. */
  readonly onClose: (() => void) | null;
  /** `null`: shows the list. */
  readonly onOpen: (revocation: Revocation | null) => void;
  readonly host: DashboardHost;
}

/** What the dashboard's surroundings do for it. Every function stays the same for good. */
export interface DashboardHost {
  /** What the person set in this browser, whatever it holds. */
  readonly settings: unknown;
  readonly saveSettings: (settings: unknown) => void;
  /** For the page's title and icon; `null`: nothing goes on. */
  readonly onActivity: (activity: Activity | null) => void;
  /** Whether to read on, slowly, while the page is out of sight. */
  readonly onBackgroundWanted: (isWanted: boolean) => void;
  /** Hears of what a person is told, as it is found. */
  readonly onNews?: ((news: readonly RevocationEvent[]) => void) | undefined;
}

/** Behind the status line: what watching costs the tenant, where what was observed is kept, what words mean, and what keys do. */
export function StatusTools(props: StatusToolsProps) {
  const { watch, say, answer, totals, memory, isMemoryMissing, news, host, page, table, onClose, onOpen } =
    props;
  const { meter, plan } = watch;
  const { saveSettings } = host;
  const text = useText();
  const settings = useMemo(() => parsePersonalSettings(host.settings), [host.settings]);
  const health = text(`status.${watch.health}`);
  const isOwnPage = useOwnPage();
  const onWall = isOwnPage ? props.onWall : undefined;
  const [notifier] = useState(() => (isOwnPage ? createDesktopNotifier() : noNotifier));
  useEffect(overviewPanel.preload, []);
  useKeptFocus(page);
  const told = useTold({ ...props, settings, notifier });
  useActivity(totals, host.onActivity);
  const notes = usePaceTexts(watch).spoken;
  useSpoken({
    lines: [
      { text: told.spoken, of: told.latest },
      ...[health, ...notes, answer].map((line) => ({ text: line })),
    ],
    known: ["", health, ...notes, ""],
    say,
  });
  return (
    <>
      <ToolButtons
        {...{
          memory,
          isMemoryMissing,
          meter,
          plan,
          onWall,
          news,
          page,
          table,
          onClose,
          settings,
          saveSettings,
          notifier,
        }}
      />
      <PointedMeanings page={page} table={table} memory={memory} />
      {told.unread.size > 0 && (
        <NewsNotice
          news={told.unread}
          words={told.words}
          page={page}
          onOpen={onOpen}
          onDismiss={told.dismiss}
        />
      )}
    </>
  );
}

interface ToolButtonsProps
  extends Pick<
      StatusToolsProps,
      "memory" | "isMemoryMissing" | "onWall" | "news" | "page" | "table" | "onClose"
    >,
    Pick<RevocationWatch, "meter" | "plan"> {
  readonly settings: PersonalSettings;
  readonly saveSettings: DashboardHost["saveSettings"];
  readonly notifier: DesktopNotifier;
}

/** Apart from what each read is looked through for, which none of the buttons shows. */
const ToolButtons = memo(function ToolButtons(props: ToolButtonsProps) {
  const { memory, isMemoryMissing, meter, plan, onWall, news, page, table, onClose } = props;
  const { settings, saveSettings, notifier } = props;
  const text = useText();
  return (
    <>
      {memory !== null && <NewsPanel history={memory.history} news={news} />}
      {meter !== null && (
        <PanelButton label={text("status.requests")}>
          <RequestFigures meter={meter} plan={plan} />
        </PanelButton>
      )}
      <HistoryTool memory={memory} isMissing={isMemoryMissing} />
      {memory !== null && (
        <PanelButton label={text("overview.title")}>
          <Later part={overviewPanel} props={{ history: memory.history }} />
        </PanelButton>
      )}
      <PanelButton label={text("told.settings")}>
        <NewsSettings settings={settings} onChange={saveSettings} notifier={notifier} />
      </PanelButton>
      {onWall && (
        <Button size="small" appearance="subtle" onClick={onWall}>
          {text("wall.open")}
        </Button>
      )}
      <Glossary appearance="words" />
      <KeysTool
        page={page}
        table={table}
        onClose={onClose}
        hasSingleKeys={settings.hasSingleKeys}
        onSingleKeysChange={(hasSingleKeys) => saveSettings({ ...settings, hasSingleKeys })}
      />
    </>
  );
});
