import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, type Ref, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Session, SessionState, SignedInAccount } from "../auth/session.ts";
import { Dashboard } from "../dashboard/Dashboard.tsx";
import type { DashboardHost } from "../dashboard/StatusTools.tsx";
import type { Activity } from "../dashboard/told/useActivity.ts";
import type { DashboardHandle } from "../dashboard/useRowFocus.ts";
import { defaultViewState, serializeViewState } from "../dashboard/viewState.ts";
import type { Revocation } from "../domain/revocation.ts";
import type { RevocationEvent } from "../domain/revocationEvents.ts";
import { useClock } from "../monitor/clock.tsx";
import { browserSharing } from "../monitor/group/sharing.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useRevocationWatch } from "../monitor/useRevocationWatch.ts";
import { useWatchMemory } from "../monitor/useWatchMemory.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart, whenIdle } from "../ui/laterPart.ts";
import { type Live, useLive } from "../ui/live.ts";
import type { AppHost } from "./appHost.ts";
import { clouds } from "./config/clouds.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import { keptViewsOf } from "./keptViews.ts";
import type { MonitorPageProps } from "./monitorPageProps.ts";
import type { PortalConfig } from "./portal/portalConfig.ts";
import { useSignInRequired } from "./useSignInRequired.ts";
import { version } from "./version.ts";

const revocationDetails = laterPart(
  async () => (await import("../dashboard/details/RevocationDetails.tsx")).RevocationDetails,
);
const exportMenu = laterPart(async () => (await import("../dashboard/export/ExportMenu.tsx")).ExportMenu);
const wallPage = laterPart(async () => (await import("./wall/WallPage.tsx")).WallPage);
const signInNotice = laterPart(async () => (await import("./signIn/SignInNotice.tsx")).SignInNotice);

interface WatchedTenantProps extends MonitorPageProps {
  readonly sessionState: Extract<SessionState, { kind: "signedIn" }>;
  /** What the page's title and icon say of the tenant. */
  readonly onActivity: (activity: Activity | null) => void;
  readonly dashboard: Ref<DashboardHandle>;
}

/** The dashboard over one account's watch. Mounted anew for another account, so nothing of the first remains. */
export function WatchedTenant(props: WatchedTenantProps) {
  const [queryClient] = useState(() => new QueryClient());
  const { reader } = props.connection;
  useEffect(
    () => () => {
      queryClient.clear();
      reader.close();
    },
    [queryClient, reader],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <WatchedDashboard {...props} />
    </QueryClientProvider>
  );
}

function WatchedDashboard(props: WatchedTenantProps) {
  const { host, view, onViewChange, config, connection, sessionState, onActivity } = props;
  const { session, reader, meter, demo } = connection;
  const { account, problem } = sessionState;
  const watchKey = `${account.tenantId}.${account.id}`;
  // Each tab of the demo has a tenant of its own.
  const sharing = demo === null && !account.isUnknown ? browserSharing : null;
  const isDemo = demo !== null;
  const accountMemory = useAccountMemory({ config, account, isDemo });
  const { recorder, memory, isMissing: isMemoryMissing, open: openMemory } = accountMemory;
  const [isReadInBackground, setReadInBackground] = useState(false);
  const settings = config.poll;
  const watched = { reader, watchKey, settings, meter, sharing, recorder, isReadInBackground };
  const watch = useRevocationWatch(watched);
  usePreloadedParts(watch.snapshot !== null, { session, hasWall: host.pageUrl !== null });
  useRefreshAfterSignIn(watch, problem?.needsPerson ?? false);
  useSignInRequired(host, problem?.needsPerson || watch.health === "signInNeeded");
  const onNews = useNewsForHost(host);
  const cloud = config.mode === "demo" ? "global" : config.cloud;
  const tenantId = config.mode === "tenant" ? config.tenantId : null;
  const { adminCenterUrl } = clouds[cloud];
  const support = useMemo(
    () => ({
      productVersion: version,
      cloud,
      tenantId,
      isDemo,
      lastRead: meter.read().lastAnswer ?? { requestId: null, at: watch.lastReadAt },
    }),
    [cloud, tenantId, isDemo, meter, watch.lastReadAt],
  );
  const details = useCallback(
    (revocation: Revocation, onClose: () => void, isAlone: boolean): ReactNode => (
      <Later
        part={revocationDetails}
        props={{
          revocation,
          onClose,
          isAlone,
          history: memory?.history ?? null,
          unchangedMinutes: config.poll.unchangedMinutes,
          link: host.pageUrl && host.pageUrl + serializeViewState({ ...view, lang: null, theme: null }),
          pageUrl: host.pageUrl,
          view,
          adminCenterUrl,
          support,
        }}
      />
    ),
    [host.pageUrl, view, config, adminCenterUrl, support, memory],
  );
  const [liveView, liveSupport] = [useLive(view), useLive(support)];
  const isPartial = watch.snapshot?.isComplete === false;
  const { username } = account;
  const exporting = useCallback(
    (revocations: Live<readonly Revocation[]>): ReactNode => (
      <Later
        part={exportMenu}
        props={{
          ...{ revocations, isPartial, adminCenterUrl, username },
          pageUrl: host.pageUrl,
          view: liveView,
          support: liveSupport,
        }}
      />
    ),
    [isPartial, liveView, host.pageUrl, liveSupport, adminCenterUrl, username],
  );
  const { keptText } = host;
  const keptViews = useMemo(
    () => (isDemo ? keptText("views.demo") : keptViewsOf({ keptText }, account)),
    [keptText, account, isDemo],
  );
  const dashboardHost = useDashboardHost(host, {
    onActivity,
    onBackgroundWanted: setReadInBackground,
    onNews,
  });
  if (view.view === "wall") return <Later part={wallPage} props={{ ...props, watch, memory, openMemory }} />;
  return (
    <Dashboard
      handle={props.dashboard}
      host={dashboardHost}
      watch={watch}
      view={view}
      onViewChange={onViewChange}
      pollSettings={config.poll}
      demo={demo}
      memory={memory}
      isMemoryMissing={isMemoryMissing}
      keptViews={keptViews}
      signInNotice={
        <Later
          part={signInNotice}
          props={{ session, state: sessionState, config, pageUrl: host.pageUrl, onSignedIn: watch.refresh }}
        />
      }
      isNoticeDue={problem?.kind === "clockWrong"}
      details={details}
      isFromLink={host.isFromLink}
      adminCenterUrl={adminCenterUrl}
      exportMenu={exporting}
    />
  );
}

/** The same object for as long as nothing of it changes. */
function useDashboardHost(
  { preferences, savePreferences }: AppHost,
  {
    onActivity,
    onBackgroundWanted,
    onNews,
  }: Pick<DashboardHost, "onActivity" | "onBackgroundWanted" | "onNews">,
): DashboardHost {
  return useMemo(
    () => ({
      settings: preferences.personal,
      saveSettings: (personal) => savePreferences({ ...preferences, personal }),
      ...{ onActivity, onBackgroundWanted, onNews },
    }),
    [preferences, savePreferences, onActivity, onBackgroundWanted, onNews],
  );
}

interface AccountMemoryOptions {
  readonly config: AppConfig | PortalConfig;
  readonly account: SignedInAccount;
  readonly isDemo: boolean;
}

/** The demo is a new tenant at each visit, so nothing of it is kept. */
function useAccountMemory({ config, account, isDemo }: AccountMemoryOptions) {
  const clock = useClock();
  const { persist, days } = config.history;
  const { tenantId: tenantKey, id: accountKey, isUnknown: isAccountUnknown = false } = account;
  const options = useMemo(
    () => ({
      tenantKey,
      accountKey,
      settings: { persist: persist && !isDemo, days, isAccountUnknown },
      poll: config.poll,
      clock,
    }),
    [tenantKey, accountKey, isAccountUnknown, persist, isDemo, days, config.poll, clock],
  );
  return useWatchMemory(options);
}

/** Once there is something to see, what may be opened next comes too: it works offline and after a new release. */
function usePreloadedParts(isShown: boolean, { session: { preload }, hasWall }: PreloadedParts): void {
  useEffect(() => {
    if (!isShown) return;
    revocationDetails.preload();
    signInNotice.preload();
    if (hasWall) wallPage.preload();
    whenIdle(preload);
  }, [isShown, preload, hasWall]);
}

interface PreloadedParts {
  readonly session: Session;
  /** A portal's page has none. */
  readonly hasWall: boolean;
}

function useNewsForHost({ onEvent }: AppHost): ((news: readonly RevocationEvent[]) => void) | undefined {
  return useMemo(
    () =>
      onEvent &&
      ((news) => {
        for (const { kind, happenedAt, revocation } of news) {
          const view = serializeViewState({ ...defaultViewState, action: revocation.identity });
          onEvent({ type: "revocationchange", kind, happenedAt, view });
        }
      }),
    [onEvent],
  );
}

/** A sign-in that was needed and is done is the end of the wait. */
function useRefreshAfterSignIn({ refresh }: RevocationWatch, isNeeded: boolean): void {
  const wasNeeded = useRef(false);
  useEffect(() => {
    if (wasNeeded.current && !isNeeded) refresh();
    wasNeeded.current = isNeeded;
  }, [isNeeded, refresh]);
}
