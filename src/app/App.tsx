import { FluentProvider } from "@fluentui/react-components";
import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { parseViewState, serializeViewState, type ViewState } from "../dashboard/viewState.ts";
import { AllWords, LocaleProvider } from "../i18n/LocaleProvider.tsx";
import { loadOnce } from "../i18n/loadOnce.ts";
import { loadWords } from "../i18n/loadWords.ts";
import { chooseLocale, directionOf, type LocaleCode } from "../i18n/locales.ts";
import { readPromise } from "../i18n/readPromise.ts";
import { ClockProvider } from "../monitor/clock.tsx";
import type { AppHost } from "./appHost.ts";
import { createAppStart } from "./appStart.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import type { MonitorPageProps } from "./monitorPageProps.ts";
import { rememberTable, withRememberedTable } from "./rememberedTable.ts";
import { ShellSkeleton } from "./ShellSkeleton.tsx";
import type { Start } from "./startApp.ts";
import { isThemeName, loadThemeIn, useSystemTheme } from "./themes.ts";
import { useLastSettled } from "./useLastSettled.ts";

const ConfigErrorPage = lazy(async () => ({
  default: (await import("./config/ConfigErrorPage.tsx")).ConfigErrorPage,
}));
const loadMonitorPage = loadOnce(async (_: "page") => (await import("./MonitorPage.tsx")).MonitorPage);

interface AppProps {
  readonly host: AppHost;
  /** Epoch milliseconds; injected so that tests own the time. */
  readonly clock: () => number;
}

/** The product inside whatever host shows it. */
export function App({ host, clock }: AppProps) {
  const view = useMemo(() => parseViewState(host.search), [host.search]);
  useTableAsLeft(host, view);
  return (
    <ErrorBoundary>
      <ClockProvider clock={clock}>
        <StartingApp key={view.scenario} host={host} view={view} clock={clock} />
      </ClockProvider>
    </ErrorBoundary>
  );
}

/** At the beginning; later on the address says it all. */
function useTableAsLeft(host: AppHost, view: ViewState): void {
  const first = useRef({ host, view });
  useEffect(() => {
    const { host: opened, view: asked } = first.current;
    const left = withRememberedTable(asked, opened.keptText("table"));
    if (left !== asked) opened.navigate(serializeViewState(left), "replace");
  }, []);
}

interface ThemedProps {
  readonly chosen: string | null;
  readonly brandColor: AppHost["brandColor"];
  readonly onTheme: AppHost["onTheme"];
  readonly children: ReactNode;
}

function Themed({ chosen, brandColor, onTheme, children }: ThemedProps) {
  const systemTheme = useSystemTheme();
  const loaded = useLastSettled(loadThemeIn(isThemeName(chosen) ? chosen : systemTheme, brandColor));
  const theme = loaded && readPromise(loaded);
  useLayoutEffect(() => {
    if (theme !== null) onTheme?.(theme);
  }, [onTheme, theme]);
  return theme && <FluentProvider theme={theme}>{children}</FluentProvider>;
}

interface StartingAppProps extends AppProps {
  readonly view: ViewState;
}

/**
 * Begins once, and anew for another scenario of the demo or when a person tries again. It stands above everything
 * that suspends: React forgets the state of what suspends before it was ever shown, and would begin again.
 */
function StartingApp({ host, view, clock }: StartingAppProps) {
  const [start, setStart] = useState(() => newStart(host, view, clock));
  useEffect(() => start.use(), [start]);
  const beginAgain = () => setStart(newStart(host, view, clock));
  // What has begun and was not well shown goes on.
  const mend = () => start.get().then(() => undefined, beginAgain);
  return (
    <Suspense>
      <Themed
        chosen={view.theme ?? host.preferences.theme}
        brandColor={host.brandColor}
        onTheme={host.onTheme}
      >
        <ErrorBoundary onAgain={mend}>
          <Suspense fallback={<ShellSkeleton />}>
            <StartedApp host={host} view={view} start={start.get()} onRetry={beginAgain} />
          </Suspense>
        </ErrorBoundary>
      </Themed>
    </Suspense>
  );
}

/** Keeps nothing of the render that asks for it, nor of the start before it. */
function newStart(host: AppHost, view: ViewState, clock: () => number) {
  return createAppStart(async () => {
    let page: Promise<unknown> | null = null;
    const started = await host.begin({
      pageUrl: host.pageUrl ?? "",
      clock,
      scenario: view.scenario,
      config: host.config,
      openSession: host.openSession,
      onConfig: (config) => {
        page = loadPage(localeOf(host, view, config));
      },
    });
    await page;
    return started;
  });
}

interface StartedAppProps {
  readonly host: AppHost;
  readonly view: ViewState;
  readonly start: Promise<Start>;
  readonly onRetry: () => void;
}

function StartedApp(props: StartedAppProps) {
  const isReady = useLastSettled(props.start) === props.start;
  return isReady ? <ReadyApp {...props} /> : <ShellSkeleton />;
}

function ReadyApp({ host, view, start, onRetry }: StartedAppProps) {
  const started = readPromise(start);
  const locale = localeOf(host, view, started.kind === "connected" ? started.config : null);
  return (
    <LocaleProvider locale={locale} words="first">
      <Direction locale={locale}>
        {started.kind === "connected" ? (
          <MonitorPage
            host={host}
            view={view}
            onViewChange={(next) => {
              rememberTable(view, next, host.keptText("table"));
              host.navigate(serializeViewState(next), isStep(view, next) ? "push" : "replace");
            }}
            config={started.config}
            connection={started.connection}
          />
        ) : (
          <AllWords>
            <ConfigErrorPage error={started.error} onRetry={onRetry} />
          </AllWords>
        )}
      </Direction>
    </LocaleProvider>
  );
}

type StartedConfig = Extract<Start, { kind: "connected" }>["config"];

function localeOf({ preferences }: AppHost, { lang }: ViewState, config: StartedConfig | null): LocaleCode {
  return chooseLocale([lang, preferences.lang, config?.locale, ...navigator.languages]);
}

function MonitorPage(props: MonitorPageProps) {
  const Page = readPromise(loadMonitorPage("page"));
  return <Page {...props} />;
}

/** While the connection is being made. Whatever fails is asked for again, and reported, by who needs it. */
function loadPage(locale: LocaleCode): Promise<unknown> {
  return Promise.allSettled([loadMonitorPage("page"), loadWords(locale, "first")]);
}

/** Opening and closing a revocation or the wall are steps that Back undoes; typing and filtering are not. */
function isStep(before: ViewState, after: ViewState): boolean {
  return before.action !== after.action || before.view !== after.view;
}

/** Fluent mirrors its layout by the provider's direction, which is known once the language is. */
function Direction({ locale, children }: { readonly locale: LocaleCode; readonly children: ReactNode }) {
  return (
    <FluentProvider applyStylesToPortals dir={directionOf(locale)} lang={locale}>
      {children}
    </FluentProvider>
  );
}
