import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { App } from "../../app/App.tsx";
import type { AppHost, PageInfo, Preferences } from "../../app/appHost.ts";
import { startApp } from "../../app/startApp.ts";
import { keptText } from "../keptText.ts";
import { loadPreferences, storePreferences, subscribeToPreferences } from "../preferences.ts";

/** The app as a page of its own: view state in the query string, title and language on the document. */
export function StandaloneHost() {
  const search = useSyncExternalStore(subscribeToSearch, () => location.search);
  const isFromLink = useSyncExternalStore(subscribeToSearch, () => history.state !== within);
  const [preferences, setPreferences] = useState(loadPreferences);
  const [pageInfo, setPageInfo] = useState<PageInfo | null>(null);
  useEffect(() => (pageInfo === null ? undefined : showOnDocument(pageInfo)), [pageInfo]);
  // Any tab of the group may be the one that notifies.
  useEffect(
    () => subscribeToPreferences(({ personal }) => setPreferences((own) => ({ ...own, personal }))),
    [],
  );
  const savePreferences = useCallback((next: Preferences) => {
    setPreferences(next);
    storePreferences(next);
  }, []);
  const host = useMemo(
    (): AppHost => ({
      begin: startApp,
      pageUrl: location.origin + location.pathname,
      search,
      isFromLink,
      navigate,
      preferences,
      savePreferences,
      keptText,
      onPageInfo: setPageInfo,
    }),
    [search, isFromLink, preferences, savePreferences],
  );
  return <App host={host} clock={Date.now} />;
}

const searchChanged = "searchchanged";
/** The state of history entries that the app itself has made; an address that was opened has none. */
const within = "within";

function navigate(search: string, mode: "push" | "replace"): void {
  const url = location.pathname + search;
  if (mode === "push") history.pushState(within, "", url);
  else history.replaceState(history.state, "", url);
  window.dispatchEvent(new Event(searchChanged));
}

function subscribeToSearch(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(searchChanged, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(searchChanged, listener);
  };
}

function showOnDocument({ title, icon, lang, dir }: PageInfo): void {
  document.title = title;
  const file = icon === "idle" ? "favicon.svg" : `favicon-${icon}.svg`;
  document.querySelector('link[rel="icon"]')?.setAttribute("href", `./${file}`);
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}
