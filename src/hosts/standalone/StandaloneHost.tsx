import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { App } from "../../app/App.tsx";
import type { AppHost, PageInfo, Preferences } from "../../app/appHost.ts";
import { loadPreferences, storePreferences } from "./preferences.ts";

/** The app as a page of its own: view state in the query string, title and language on the document. */
export function StandaloneHost() {
  const search = useSyncExternalStore(subscribeToSearch, () => location.search);
  const [preferences, setPreferences] = useState(loadPreferences);
  const [pageInfo, setPageInfo] = useState<PageInfo | null>(null);
  useEffect(() => (pageInfo === null ? undefined : showOnDocument(pageInfo)), [pageInfo]);
  const savePreferences = useCallback((next: Preferences) => {
    setPreferences(next);
    storePreferences(next);
  }, []);
  const host = useMemo(
    (): AppHost => ({
      pageUrl: location.origin + location.pathname,
      search,
      navigate,
      preferences,
      savePreferences,
      onPageInfo: setPageInfo,
    }),
    [search, preferences, savePreferences],
  );
  return <App host={host} clock={Date.now} />;
}

const searchChanged = "searchchanged";

function navigate(search: string, mode: "push" | "replace"): void {
  const url = location.pathname + search;
  if (mode === "push") history.pushState(null, "", url);
  else history.replaceState(null, "", url);
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

function showOnDocument({ title, lang, dir }: PageInfo): void {
  document.title = title;
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}
