import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SessionState, SignedInAccount } from "../auth/session.ts";
import { Dashboard } from "../dashboard/Dashboard.tsx";
import { serializeViewState } from "../dashboard/viewState.ts";
import type { Revocation } from "../domain/revocation.ts";
import { useClock } from "../monitor/clock.tsx";
import { browserSharing } from "../monitor/group/sharing.ts";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useRevocationWatch } from "../monitor/useRevocationWatch.ts";
import { useWatchMemory } from "../monitor/useWatchMemory.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import { clouds } from "./config/clouds.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import type { MonitorPageProps } from "./MonitorPage.tsx";
import { version } from "./version.ts";

const revocationDetails = laterPart(
  async () => (await import("../dashboard/details/RevocationDetails.tsx")).RevocationDetails,
);
const signInNotice = laterPart(async () => (await import("./signIn/SignInNotice.tsx")).SignInNotice);

interface WatchedTenantProps extends MonitorPageProps {
  readonly sessionState: Extract<SessionState, { kind: "signedIn" }>;
}

/** The dashboard over one account's watch. Mounted anew for another account, so nothing of the first remains. */
export function WatchedTenant(props: WatchedTenantProps) {
  const [queryClient] = useState(() => new QueryClient());
  useEffect(() => () => queryClient.clear(), [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <WatchedDashboard {...props} />
    </QueryClientProvider>
  );
}

function WatchedDashboard({
  host,
  view,
  onViewChange,
  config,
  connection,
  sessionState,
}: WatchedTenantProps) {
  const { session, reader, meter, demo } = connection;
  const { account, problem } = sessionState;
  const watchKey = `${account.tenantId}.${account.id}`;
  // Each tab of the demo has a tenant of its own.
  const sharing = demo === null ? browserSharing : null;
  const { recorder, memory } = useAccountMemory({ config, account, isDemo: demo !== null });
  const watch = useRevocationWatch({ reader, watchKey, settings: config.poll, meter, sharing, recorder });
  usePreloadedParts(watch.snapshot !== null);
  useRefreshAfterSignIn(watch, problem?.needsPerson ?? false);
  const { cloud, tenantId } =
    config.mode === "tenant" ? config : ({ cloud: "global", tenantId: null } as const);
  const details = useCallback(
    (revocation: Revocation, onClose: () => void): ReactNode => (
      <Later
        part={revocationDetails}
        props={{
          revocation,
          onClose,
          history: memory?.history ?? null,
          link: host.pageUrl + serializeViewState({ ...view, lang: null, theme: null }),
          adminCenterUrl: clouds[cloud].adminCenterUrl,
          support: {
            productVersion: version,
            cloud,
            tenantId,
            isDemo: demo !== null,
            lastRead: meter.read().lastAnswer ?? { requestId: null, at: watch.lastReadAt },
          },
        }}
      />
    ),
    [host.pageUrl, view, cloud, tenantId, demo, meter, memory, watch.lastReadAt],
  );
  return (
    <Dashboard
      watch={watch}
      view={view}
      onViewChange={onViewChange}
      pollSettings={config.poll}
      demo={demo}
      memory={memory}
      signInNotice={
        <Later
          part={signInNotice}
          props={{ session, state: sessionState, config, onSignedIn: watch.refresh }}
        />
      }
      details={details}
    />
  );
}

interface AccountMemoryOptions {
  readonly config: AppConfig;
  readonly account: SignedInAccount;
  readonly isDemo: boolean;
}

/** The demo is a new tenant at each visit, so nothing of it is kept. */
function useAccountMemory({ config, account, isDemo }: AccountMemoryOptions) {
  const clock = useClock();
  const { persist, days } = config.history;
  const { tenantId: tenantKey, id: accountKey } = account;
  const options = useMemo(
    () => ({
      tenantKey,
      accountKey,
      settings: { persist: persist && !isDemo, days },
      poll: config.poll,
      clock,
    }),
    [tenantKey, accountKey, persist, isDemo, days, config.poll, clock],
  );
  return useWatchMemory(options);
}

/** Once there is something to see, what may be opened next comes too: it works offline and after a new release. */
function usePreloadedParts(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    revocationDetails.preload();
    signInNotice.preload();
  }, [isShown]);
}

/** A sign-in that was needed and is done is the end of the wait. */
function useRefreshAfterSignIn({ refresh }: RevocationWatch, isNeeded: boolean): void {
  const wasNeeded = useRef(false);
  useEffect(() => {
    if (wasNeeded.current && !isNeeded) refresh();
    wasNeeded.current = isNeeded;
  }, [isNeeded, refresh]);
}
