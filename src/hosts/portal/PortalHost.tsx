import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { AppHost, HostEvent } from "../../app/appHost.ts";
import type { TenantConfig } from "../../app/config/parseConfig.ts";
import { connectPortal } from "../../app/portal/connectPortal.ts";
import { PortalApp, type PortalAppProps } from "../../app/portal/PortalApp.tsx";
import { type PortalConfig, parsePortalConfig } from "../../app/portal/portalConfig.ts";
import { portalSearch } from "../../app/portal/portalView.ts";
import { createForgetfulTexts } from "../forgetfulTexts.ts";
import { storedTexts } from "../keptText.ts";
import { loadPreferences, storePreferences, subscribeToPreferences } from "../preferences.ts";
import type { MountOptions } from "./mountOptions.ts";
import type { AccessTokenRequest } from "./publicTypes.ts";
import { WrongOptions } from "./WrongOptions.tsx";

interface PortalHostProps extends Pick<AppHost, "onTheme">, Omit<PortalAppProps, "host"> {
  readonly options: MountOptions;
}

/** The app within someone else's page: its view is in memory, and the page gets to hear of it. */
export function PortalHost({ options, ...given }: PortalHostProps) {
  const { getAccessToken, signIn, cloud, poll, historyKey, theme, brandColor } = options;
  // A portal may make a new object with the same values each time it renders.
  const watched = JSON.stringify([cloud, poll, historyKey, getAccessToken === undefined && signIn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `watched` stands for what is in it
  const parsed = useMemo(
    () =>
      parsePortalConfig({ getAccessToken, signIn, cloud, poll, historyKey, theme, brandColor }, document.URL),
    [watched, typeof getAccessToken, theme, brandColor],
  );
  if (!parsed.ok) return <WrongOptions names={parsed.wrong} locale={options.locale} />;
  return <Portal key={watched} {...given} options={options} config={parsed.config} />;
}

interface PortalProps extends PortalHostProps {
  readonly config: PortalConfig | TenantConfig;
}

/** One watch: what it watches no longer changes, and everything else is asked of the latest options. */
function Portal({ options, config, onTheme, ...placed }: PortalProps) {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const { historyKey = null, locale, theme, brandColor } = options;
  const [keptText] = useState(() =>
    historyKey === null
      ? createForgetfulTexts()
      : storedTexts(`vpp-revocation-monitor.portal.${historyKey}.`),
  );
  const own = useOwnPreferences(keptText);
  const view = useViewInMemory(latest);
  const [watched] = useState(config);
  const begin = useCallback<AppHost["begin"]>(
    async ({ clock, onConfig }) => {
      onConfig(watched);
      const connection = await connectPortal(watched, {
        getAccessToken: async (request) => askPortal(latest.current, request),
        openSession: latest.current.signIn?.openSession,
        pageUrl: document.URL,
        accountKey: historyKey,
        clock,
      });
      return { kind: "connected", config: watched, connection };
    },
    [watched, historyKey],
  );
  const tell = useCallback((event: HostEvent) => callPortal(() => latest.current.onEvent?.(event)), []);
  const host = useMemo(
    (): AppHost => ({
      ...view,
      begin,
      pageUrl: null,
      preferences: {
        ...own.preferences,
        ...(locale !== undefined && { lang: locale }),
        ...(theme !== undefined && { theme }),
      },
      // What the portal chooses is nobody's preference.
      savePreferences: ({ lang, theme: chosen, personal }) =>
        own.savePreferences({
          lang: locale === undefined ? lang : own.preferences.lang,
          theme: theme === undefined ? chosen : own.preferences.theme,
          personal,
        }),
      keptText,
      chooses: { lang: locale !== undefined, theme: theme !== undefined },
      onPageInfo: () => undefined,
      onEvent: tell,
      brandColor,
      ...(onTheme && { onTheme }),
    }),
    [view, begin, own.preferences, own.savePreferences, locale, theme, brandColor, keptText, tell, onTheme],
  );
  return <PortalApp host={host} {...placed} />;
}

interface LatestOptions {
  readonly current: MountOptions;
}

/** What goes wrong in a portal's own function is told to the portal, and takes nothing away here. */
function callPortal(call: () => void): void {
  try {
    call();
  } catch (error) {
    reportError(error);
  }
}

/** Always the portal's latest function; where it is taken away, the watch is about to end too. */
async function askPortal({ getAccessToken }: MountOptions, request: AccessTokenRequest): Promise<string> {
  if (getAccessToken === undefined) throw new TypeError("the portal gives access tokens no more");
  return getAccessToken(request);
}

function useOwnPreferences(keptText: AppHost["keptText"]) {
  const kept = keptText("preferences");
  const [preferences, setPreferences] = useState(() => loadPreferences(kept));
  useEffect(
    () => subscribeToPreferences(({ personal }) => setPreferences((own) => ({ ...own, personal })), kept),
    [kept],
  );
  const savePreferences = useCallback<AppHost["savePreferences"]>(
    (next) => {
      setPreferences(next);
      storePreferences(next, kept);
    },
    [kept],
  );
  return { preferences, savePreferences };
}

/** The address of a page that has none. */
function useViewInMemory(latest: LatestOptions) {
  const [search, setSearch] = useState(() => portalSearch(latest.current.initialView ?? ""));
  const [isFromLink, setFromLink] = useState(true);
  const shown = useRef(search);
  const navigate = useCallback<AppHost["navigate"]>(
    (wanted, mode) => {
      const next = portalSearch(wanted);
      if (mode === "push") setFromLink(false);
      if (next === shown.current) return;
      shown.current = next;
      setSearch(next);
      callPortal(() => latest.current.onViewChange?.(next));
    },
    [latest],
  );
  return useMemo(() => ({ search, isFromLink, navigate }), [search, isFromLink, navigate]);
}
