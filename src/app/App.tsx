import { FluentProvider } from "@fluentui/react-components";
import { lazy, type ReactNode, Suspense, use, useMemo, useState } from "react";
import { parseViewState, serializeViewState, type ViewState } from "../dashboard/viewState.ts";
import { AllWords, LocaleProvider } from "../i18n/LocaleProvider.tsx";
import { chooseLocale, type LocaleCode, locales } from "../i18n/locales.ts";
import { ClockProvider } from "../monitor/clock.tsx";
import type { AppHost } from "./appHost.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { ShellSkeleton } from "./ShellSkeleton.tsx";
import { type Start, startApp } from "./startApp.ts";
import { isThemeName, loadTheme, useSystemTheme } from "./themes.ts";

const ConfigErrorPage = lazy(async () => ({
  default: (await import("./config/ConfigErrorPage.tsx")).ConfigErrorPage,
}));
const MonitorPage = lazy(async () => ({ default: (await import("./MonitorPage.tsx")).MonitorPage }));

interface AppProps {
  readonly host: AppHost;
  /** Epoch milliseconds; injected so that tests own the time. */
  readonly clock: () => number;
}

/** The product inside whatever host shows it. */
export function App({ host, clock }: AppProps) {
  const view = useMemo(() => parseViewState(host.search), [host.search]);
  return (
    <ErrorBoundary>
      <ClockProvider clock={clock}>
        <StartingApp key={view.scenario} host={host} view={view} clock={clock} />
      </ClockProvider>
    </ErrorBoundary>
  );
}

function Themed({ chosen, children }: { readonly chosen: string | null; readonly children: ReactNode }) {
  const systemTheme = useSystemTheme();
  const name = isThemeName(chosen) ? chosen : systemTheme;
  return <FluentProvider theme={use(loadTheme(name))}>{children}</FluentProvider>;
}

interface StartingAppProps extends AppProps {
  readonly view: ViewState;
}

/**
 * Begins once, and anew for another scenario of the demo or when a person tries again. It stands above everything
 * that suspends: React forgets the state of what suspends before it was ever shown, and would begin again.
 */
function StartingApp({ host, view, clock }: StartingAppProps) {
  const begin = () => startApp({ pageUrl: host.pageUrl, clock, scenario: view.scenario });
  const [start, setStart] = useState(begin);
  return (
    <Suspense>
      <Themed chosen={view.theme ?? host.preferences.theme}>
        <ErrorBoundary>
          <Suspense fallback={<ShellSkeleton />}>
            <StartedApp host={host} view={view} start={start} onRetry={() => setStart(begin())} />
          </Suspense>
        </ErrorBoundary>
      </Themed>
    </Suspense>
  );
}

interface StartedAppProps {
  readonly host: AppHost;
  readonly view: ViewState;
  readonly start: Promise<Start>;
  readonly onRetry: () => void;
}

function StartedApp({ host, view, start, onRetry }: StartedAppProps) {
  const started = use(start);
  const configured = started.kind === "connected" ? started.config.locale : null;
  const locale = chooseLocale([view.lang, host.preferences.lang, configured, ...navigator.languages]);
  return (
    <LocaleProvider locale={locale} words="first">
      <Direction locale={locale}>
        {started.kind === "connected" ? (
          <MonitorPage
            host={host}
            view={view}
            onViewChange={(next) =>
              host.navigate(serializeViewState(next), isStep(view, next) ? "push" : "replace")
            }
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

/** Opening and closing a revocation are steps that Back undoes; typing and filtering are not. */
function isStep(before: ViewState, after: ViewState): boolean {
  return before.action !== after.action;
}

/** Fluent mirrors its layout by the provider's direction, which is known once the language is. */
function Direction({ locale, children }: { readonly locale: LocaleCode; readonly children: ReactNode }) {
  return (
    <FluentProvider applyStylesToPortals dir={locales[locale].direction} lang={locale}>
      {children}
    </FluentProvider>
  );
}
