import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { SessionState } from "../auth/session.ts";
import { Dashboard } from "../dashboard/Dashboard.tsx";
import { serializeViewState } from "../dashboard/viewState.ts";
import type { Revocation } from "../domain/revocation.ts";
import { AllWords } from "../i18n/LocaleProvider.tsx";
import type { RevocationWatch } from "../monitor/revocationWatch.ts";
import { useRevocationWatch } from "../monitor/useRevocationWatch.ts";
import { clouds } from "./config/clouds.ts";
import type { MonitorPageProps } from "./MonitorPage.tsx";
import { version } from "./version.ts";

const RevocationDetails = lazy(async () => ({
  default: (await import("../dashboard/details/RevocationDetails.tsx")).RevocationDetails,
}));

const SignInNotice = lazy(async () => ({
  default: (await import("./signIn/SignInNotice.tsx")).SignInNotice,
}));

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
  const { session, reader, demo } = connection;
  const { account, problem } = sessionState;
  const watchKey = `${account.tenantId}.${account.id}`;
  const watch = useRevocationWatch({ reader, watchKey, settings: config.poll });
  useRefreshAfterSignIn(watch, problem?.needsPerson ?? false);
  const { cloud, tenantId } =
    config.mode === "tenant" ? config : ({ cloud: "global", tenantId: null } as const);
  const details = useCallback(
    (revocation: Revocation, onClose: () => void): ReactNode => (
      <LaterPart>
        <RevocationDetails
          revocation={revocation}
          onClose={onClose}
          link={host.pageUrl + serializeViewState({ ...view, lang: null, theme: null })}
          adminCenterUrl={clouds[cloud].adminCenterUrl}
          support={{
            productVersion: version,
            cloud,
            tenantId,
            isDemo: demo !== null,
            lastRead: { requestId: null, at: watch.lastReadAt },
          }}
        />
      </LaterPart>
    ),
    [host.pageUrl, view, cloud, tenantId, demo, watch.lastReadAt],
  );
  return (
    <Dashboard
      watch={watch}
      view={view}
      onViewChange={onViewChange}
      pollSettings={config.poll}
      demo={demo}
      signInNotice={
        <LaterPart>
          <SignInNotice session={session} state={sessionState} config={config} onSignedIn={watch.refresh} />
        </LaterPart>
      }
      details={details}
    />
  );
}

/** What is not on the first screen brings its code and its words with itself. */
function LaterPart({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense>
      <AllWords>{children}</AllWords>
    </Suspense>
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
