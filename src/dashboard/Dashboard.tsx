import { mergeClasses } from "@fluentui/react-components";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from "react";
import type { PollSettings } from "../domain/pollDelay.ts";
import type { Revocation } from "../domain/revocation.ts";
import { useText } from "../i18n/useText.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useHistoryState } from "../monitor/useWatchMemory.ts";
import type { WatchMemory } from "../monitor/watchMemory.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { answerText } from "./answerText.ts";
import type { DemoTenant } from "./DemoMark.tsx";
import { useDashboardStyles } from "./dashboardStyles.ts";
import { findOpened } from "./openedRevocation.ts";
import { RevocationsList } from "./RevocationsList.tsx";
import type { RevocationsTableHandle } from "./RevocationsTable.tsx";
import { RowMarksProvider } from "./rowMarks.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { useReported } from "./useReported.ts";
import { useStickyTop } from "./useStickyTop.ts";
import { useViewPatch } from "./useViewPatch.ts";
import type { ViewState } from "./viewState.ts";

const demoMark = laterPart(async () => (await import("./DemoMark.tsx")).DemoMark);
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
  /** The opened revocation, beside the list or in its place. */
  readonly details: (revocation: Revocation, onClose: () => void) => ReactNode;
  /** What was observed; `null` until it is open. */
  readonly memory: WatchMemory | null;
  /** Not `null`: what is shown is not real, and says so. */
  readonly demo: DemoTenant | null;
}

const noneGone: readonly Revocation[] = [];

/** Everything below the host's header: the answer, the status, the list, the opened revocation. */
export function Dashboard({
  watch,
  view,
  onViewChange,
  pollSettings,
  signInNotice,
  details,
  memory,
  demo,
}: DashboardProps) {
  const styles = useDashboardStyles();
  const text = useText();
  const [page, top] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  const table = useRef<RevocationsTableHandle>(null);
  useStickyTop(page, top);
  const patchView = useViewPatch(view, onViewChange);
  const close = useCallback(() => patchView({ action: null }), [patchView]);
  useHistoryState(memory);
  const gone = memory?.noLongerReported() ?? noneGone;
  const reported = useReported(watch.snapshot, gone);
  const opened = useMemo(
    () => findOpened(view.action, watch.snapshot, gone),
    [view.action, watch.snapshot, gone],
  );
  const openKey = opened.kind === "found" ? opened.revocation.key : null;
  useFocusOnReturn(openKey, page, table);
  usePreloadedNotices(watch.snapshot !== null);
  const isOpen = openKey !== null;
  const answer = answerText(watch, reported.totals, text);
  return (
    <main ref={page} className={styles.page} onKeyDown={(event) => isOpen && closeOnEscape(event, close)}>
      {demo !== null && (
        <Later
          part={demoMark}
          props={{ demo, onChoose: (scenario) => patchView({ scenario, action: null }) }}
        />
      )}
      <div ref={top} className={styles.top}>
        <StatusLine
          watch={watch}
          answer={<h2 className={styles.answer}>{answer}</h2>}
          history={memory?.history ?? null}
        />
      </div>
      <WatchNotices watch={watch} signInNotice={signInNotice} />
      {(opened.kind === "missing" || opened.kind === "unreadable") && (
        <Later part={linkNotice} props={{ kind: opened.kind, onClear: close }} />
      )}
      <div className={mergeClasses(styles.columns, isOpen && styles.columnsWithDetails)}>
        <div className={mergeClasses(styles.list, isOpen && styles.listBehindDetails)}>
          <RowMarksProvider memory={memory} gone={gone} unchangedMinutes={pollSettings.unchangedMinutes}>
            <RevocationsList
              watch={watch}
              reported={reported}
              answer={answer}
              view={view}
              patchView={patchView}
              openKey={openKey}
              table={table}
            />
          </RowMarksProvider>
        </div>
        {opened.kind === "found" && <div className={styles.details}>{details(opened.revocation, close)}</div>}
      </div>
    </main>
  );
}

function WatchNotices({ watch, signInNotice }: Pick<DashboardProps, "watch" | "signInNotice">) {
  const { problem, health, refresh } = watch;
  const isSignInNeeded = health === "signInNeeded" || problem?.kind === "signInNeeded";
  return (
    <>
      {isSignInNeeded && signInNotice}
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

/** Whoever closes the opened revocation finds the focus where it came from, unless it has gone elsewhere since. */
function useFocusOnReturn(
  openKey: string | null,
  page: RefObject<HTMLElement | null>,
  table: RefObject<RevocationsTableHandle | null>,
): void {
  const lastKey = useRef(openKey);
  useEffect(() => {
    const closedKey = openKey === null ? lastKey.current : null;
    lastKey.current = openKey;
    const document = page.current?.ownerDocument;
    if (closedKey !== null && document?.activeElement === document?.body) table.current?.focusRow(closedKey);
  }, [openKey, page, table]);
}
