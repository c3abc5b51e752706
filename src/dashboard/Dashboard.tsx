import { mergeClasses } from "@fluentui/react-components";
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { PollSettings } from "../domain/pollDelay.ts";
import type { Revocation } from "../domain/revocation.ts";
import { useText } from "../i18n/useText.ts";
import type { NewsByKey } from "../monitor/history/news.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useRemembered } from "../monitor/useWatchMemory.ts";
import type { WatchMemory } from "../monitor/watchMemory.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import type { Live } from "../ui/live.ts";
import { takesLostFocus } from "../ui/lostFocus.ts";
import { useOwnPage } from "../ui/ownPage.ts";
import { PartBoundary } from "../ui/PartBoundary.tsx";
import { answerText } from "./answerText.ts";
import type { DemoTenant } from "./DemoMark.tsx";
import { useDashboardStyles } from "./dashboardStyles.ts";
import type { KeptText } from "./finding/savedViews.ts";
import { findOpened } from "./openedRevocation.ts";
import { RevocationsList } from "./RevocationsList.tsx";
import { RowMarksProvider } from "./rowMarks.tsx";
import { StatusLine } from "./StatusLine.tsx";
import type { StatusToolsProps } from "./StatusTools.tsx";
import type { ListedWatch } from "./TableArea.tsx";
import { useReported, withRows } from "./useReported.ts";
import { type DashboardHandle, useRowFocus } from "./useRowFocus.ts";
import { useStickyTop } from "./useStickyTop.ts";
import { useViewPatch } from "./useViewPatch.ts";
import type { ViewState } from "./viewState.ts";

const problemNotice = laterPart(async () => (await import("./ProblemNotice.tsx")).ProblemNotice);
const linkNotice = laterPart(async () => (await import("./LinkNotice.tsx")).LinkNotice);

interface DashboardProps {
  readonly watch: RevocationWatch;
  readonly view: ViewState;
  /** The host owns the view, and with it the URL. */
  readonly onViewChange: (next: ViewState) => void;
  readonly pollSettings: PollSettings;
  /** Shown in place of data problems while sign-in is needed; the host owns sign-in. */
  readonly signInNotice: ReactNode;
  /** The notice concerns the data although they are still read, as a wrong clock does. */
  readonly isNoticeDue?: boolean;
  /** The opened revocation, beside the list, in its place, or alone. */
  readonly details: (revocation: Revocation, onClose: () => void, isAlone: boolean) => ReactNode;
  /** A revocation that the view opens stands alone, without the list. */
  readonly isFromLink?: boolean;
  /** Where this cloud's Intune admin centre lives, e.g. https://intune.microsoft.com */
  readonly adminCenterUrl: string;
  /** Takes along the rows of the list as they stand. */
  readonly exportMenu?: (revocations: Live<readonly Revocation[]>) => ReactNode;
  /** Where this browser keeps views under names. */
  readonly keptViews: KeptText;
  /** What was observed; `null` until it is open. */
  readonly memory: WatchMemory | null;
  /** The history's code could not be loaded. */
  readonly isMemoryMissing?: boolean;
  /** Not `null`: what is shown is not real, and says so. */
  readonly demo: DemoTenant | null;
  readonly host: StatusToolsProps["host"];
  readonly handle?: Ref<DashboardHandle> | undefined;
}

const noNews: NewsByKey = new Map();
const noneGone: readonly Revocation[] = [];
const goneOf = (memory: WatchMemory) => memory.noLongerReported();
const newsOf = (memory: WatchMemory) => memory.news();

/** Everything below the host's header: the answer, the status, the list, the opened revocation. */
export function Dashboard({
  watch,
  view,
  onViewChange,
  pollSettings,
  signInNotice,
  isNoticeDue = false,
  details,
  isFromLink = false,
  adminCenterUrl,
  exportMenu,
  keptViews,
  memory,
  isMemoryMissing = false,
  demo,
  host,
  handle,
}: DashboardProps) {
  const styles = useDashboardStyles();
  const text = useText();
  const [page, top] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  // In someone else's page it is a part of what that page is about.
  const Page = useOwnPage() ? "main" : "section";
  useStickyTop(page, top);
  const patchView = useViewPatch(view, onViewChange);
  const close = useCallback(() => patchView({ action: null }), [patchView]);
  const openOne = useCallback(
    (revocation: Revocation | null) => patchView({ action: revocation?.identity ?? null }),
    [patchView],
  );
  const openWall = useCallback(() => patchView({ view: "wall" }), [patchView]);
  const gone = useRemembered(memory, goneOf, noneGone);
  const reported = useReported(watch.snapshot, gone);
  const news = useRemembered(memory, newsOf, noNews);
  const [isNewsAlone, setNewsAlone] = useState(false);
  const newsChoice = useMemo(
    () => ({ count: news.size, isAlone: isNewsAlone, showAlone: setNewsAlone }),
    [news.size, isNewsAlone],
  );
  const listed = useMemo(
    () => (isNewsAlone ? withRows(reported, ({ key }) => news.has(key)) : reported),
    [reported, news, isNewsAlone],
  );
  const opened = useMemo(
    () => findOpened(view.action, watch.snapshot, gone),
    [view.action, watch.snapshot, gone],
  );
  const openKey = opened.kind === "found" ? opened.revocation.key : null;
  const { table, setTable } = useRowFocus({ page, openKey, handle });
  usePreloadedNotices(watch.snapshot !== null);
  const isOpen = openKey !== null;
  const isAlone = isFromLink && (isOpen || opened.kind === "awaited");
  const answer = answerText(watch, reported.totals, text);
  const listedWatch = useListedWatch(watch);
  return (
    <Page
      ref={page}
      className={styles.page}
      onKeyDown={(event) => isOpen && !isAlone && closeOnEscape(event, close)}
    >
      <div ref={top} className={styles.top}>
        {demo !== null && (
          <demo.Mark demo={demo} onChoose={(scenario) => patchView({ scenario, action: null })} />
        )}
        <StatusLine
          watch={watch}
          answer={
            isAlone && isOpen ? null : (
              <h2 tabIndex={-1} className={styles.answer} {...takesLostFocus}>
                {answer}
              </h2>
            )
          }
          tools={{
            totals: reported.totals,
            memory,
            isMemoryMissing,
            unchangedMinutes: pollSettings.unchangedMinutes,
            onOpen: openOne,
            onWall: openWall,
            news: newsChoice,
            answer,
            page,
            table,
            onClose: isOpen && !isAlone ? close : null,
            host,
          }}
        />
      </div>
      <WatchNotices watch={watch} signInNotice={signInNotice} isNoticeDue={isNoticeDue} />
      {(opened.kind === "missing" || opened.kind === "unreadable") && (
        <Later part={linkNotice} props={{ kind: opened.kind, onClear: close }} />
      )}
      <div className={mergeClasses(styles.columns, isOpen && !isAlone && styles.columnsWithDetails)}>
        {!isAlone && (
          <div className={mergeClasses(styles.list, isOpen && styles.listBehindDetails)}>
            <RowMarksProvider
              memory={memory}
              gone={gone}
              news={news}
              unchangedMinutes={pollSettings.unchangedMinutes}
            >
              <PartBoundary>
                <RevocationsList
                  watch={listedWatch}
                  reported={listed}
                  view={view}
                  patchView={patchView}
                  openKey={openKey}
                  table={setTable}
                  adminCenterUrl={adminCenterUrl}
                  exportMenu={exportMenu}
                  keptViews={keptViews}
                />
              </PartBoundary>
            </RowMarksProvider>
          </div>
        )}
        {opened.kind === "found" && (
          <div className={mergeClasses(!isAlone && styles.details)}>
            {details(opened.revocation, close, isAlone)}
          </div>
        )}
      </div>
    </Page>
  );
}

/** The same object while a read is under way: where all was read once, the list says nothing of that. */
function useListedWatch({ snapshot, problem, health, isReading }: RevocationWatch): ListedWatch {
  const isFirstRead = isReading && snapshot?.isComplete !== true;
  return useMemo(
    () => ({ snapshot, problem, health, isReading: isFirstRead }),
    [snapshot, problem, health, isFirstRead],
  );
}

type WatchNoticesProps = Pick<DashboardProps, "watch" | "signInNotice" | "isNoticeDue">;

function WatchNotices({ watch, signInNotice, isNoticeDue }: WatchNoticesProps) {
  const { problem, health, refresh } = watch;
  const isSignInNeeded = health === "signInNeeded" || problem?.kind === "signInNeeded";
  return (
    <>
      {(isSignInNeeded || isNoticeDue) && signInNotice}
      {problem && <Later part={problemNotice} props={{ problem, onRetry: refresh }} />}
    </>
  );
}

/** Trouble may take the network away, so its words come while all is well. */
function usePreloadedNotices(isShown: boolean): void {
  useEffect(() => {
    if (isShown) problemNotice.preload();
  }, [isShown]);
}

function closeOnEscape(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  // In a search field Escape empties the field.
  const isInField = event.target instanceof HTMLInputElement;
  if (event.key === "Escape" && !event.defaultPrevented && !isInField) close();
}
