import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import type { Activity } from "../dashboard/told/useActivity.ts";
import type { DashboardHandle } from "../dashboard/useRowFocus.ts";
import { directionOf } from "../i18n/locales.ts";
import { useText } from "../i18n/useText.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import type { AppHost } from "./appHost.ts";
import type { MonitorPageProps } from "./monitorPageProps.ts";
import { PageHeader } from "./PageHeader.tsx";
import { useSignInRequired } from "./useSignInRequired.ts";
import { WatchedTenant } from "./WatchedTenant.tsx";

const signedOutWall = laterPart(async () => (await import("./wall/SignedOutWall.tsx")).SignedOutWall);
const signInPage = laterPart(async () => (await import("./signIn/SignInPage.tsx")).SignInPage);

const useStyles = makeStyles({
  page: {
    minHeight: "var(--page-height, 100vh)",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

/** Header and, below it, whatever the sign-in allows. */
export function MonitorPage(props: MonitorPageProps) {
  const { host, connection } = props;
  const styles = useStyles();
  const { session } = connection;
  const sessionState = useSyncExternalStore(session.subscribe, session.getState);
  const [activity, setActivity] = useState<Activity | null>(null);
  usePageInfo(host, connection.demo !== null, activity);
  useSignInRequired(host, sessionState.kind === "signedOut");
  const dashboard = useRef<DashboardHandle>(null);
  const isWall = props.view.view === "wall";
  return (
    <div className={styles.page}>
      {!isWall && (
        <PageHeader {...props} sessionState={sessionState} onSkip={() => dashboard.current?.focusRows()} />
      )}
      {sessionState.kind === "signedOut" && connection.demo !== null && (
        <connection.demo.Mark
          demo={connection.demo}
          onChoose={(scenario) => props.onViewChange({ ...props.view, scenario, action: null })}
        />
      )}
      {sessionState.kind === "signedOut" && isWall && (
        <Later
          part={signedOutWall}
          props={{
            session,
            state: sessionState,
            onLeave: () => props.onViewChange({ ...props.view, view: null }),
          }}
        />
      )}
      {sessionState.kind === "signedOut" && !isWall && (
        <Later part={signInPage} props={{ session, state: sessionState, config: props.config, host }} />
      )}
      {sessionState.kind === "signedIn" && (
        <WatchedTenant
          key={sessionState.account.id}
          {...props}
          sessionState={sessionState}
          onActivity={setActivity}
          dashboard={dashboard}
        />
      )}
    </div>
  );
}

function usePageInfo({ onPageInfo }: AppHost, isDemo: boolean, activity: Activity | null): void {
  const text = useText();
  const { locale } = useIntl();
  const name = isDemo ? text("app.titleDemo") : text("app.name");
  const title = activity === null ? name : `${activity.words} ${name}`;
  const icon = activity?.icon ?? "idle";
  const dir = directionOf(locale);
  useEffect(() => onPageInfo({ title, icon, lang: locale, dir }), [onPageInfo, title, icon, locale, dir]);
}
