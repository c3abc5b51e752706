import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import type { ViewState } from "../dashboard/viewState.ts";
import { isLocaleCode, locales } from "../i18n/locales.ts";
import { useText } from "../i18n/useText.ts";
import { Later } from "../ui/Later.tsx";
import { laterPart } from "../ui/laterPart.ts";
import type { AppHost } from "./appHost.ts";
import type { AppConfig } from "./config/parseConfig.ts";
import type { Connection } from "./connection.ts";
import { PageHeader } from "./PageHeader.tsx";
import { WatchedTenant } from "./WatchedTenant.tsx";

const demoMark = laterPart(async () => (await import("../dashboard/DemoMark.tsx")).DemoMark);
const signInPage = laterPart(async () => (await import("./signIn/SignInPage.tsx")).SignInPage);

export interface MonitorPageProps {
  readonly host: AppHost;
  readonly view: ViewState;
  readonly onViewChange: (next: ViewState) => void;
  readonly config: AppConfig;
  readonly connection: Connection;
}

const useStyles = makeStyles({
  page: {
    minHeight: "100vh",
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
  usePageInfo(host, connection.demo !== null);
  return (
    <div className={styles.page}>
      <PageHeader {...props} sessionState={sessionState} />
      {sessionState.kind === "signedOut" && connection.demo !== null && (
        <Later
          part={demoMark}
          props={{
            demo: connection.demo,
            onChoose: (scenario) => props.onViewChange({ ...props.view, scenario, action: null }),
          }}
        />
      )}
      {sessionState.kind === "signedOut" && (
        <Later part={signInPage} props={{ session, state: sessionState, config: props.config }} />
      )}
      {sessionState.kind === "signedIn" && (
        <WatchedTenant key={sessionState.account.id} {...props} sessionState={sessionState} />
      )}
    </div>
  );
}

function usePageInfo({ onPageInfo }: AppHost, isDemo: boolean): void {
  const text = useText();
  const { locale } = useIntl();
  const title = isDemo ? text("app.titleDemo") : text("app.name");
  const dir = isLocaleCode(locale) ? locales[locale].direction : "ltr";
  useEffect(() => onPageInfo({ title, lang: locale, dir }), [onPageInfo, title, locale, dir]);
}
