import type { Preferences } from "../app/appHost.ts";

const storageKey = "vpp-revocation-monitor.preferences";
const nothingChosen: Preferences = { lang: null, theme: null };

/** Never throws: storage may be blocked, and what it holds may be anybody's. */
export function loadPreferences(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    if (typeof stored !== "object" || stored === null) return nothingChosen;
    const { lang, theme, personal } = stored as Record<string, unknown>;
    return {
      lang: typeof lang === "string" ? lang : null,
      theme: typeof theme === "string" ? theme : null,
      personal,
    };
  } catch {
    return nothingChosen;
  }
}

/** Where storage is blocked, the choice lasts as long as the page. */
export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    return;
  }
}

/** Tells what another tab has stored. Returns how to stop. */
export function subscribeToPreferences(listener: (preferences: Preferences) => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === storageKey) listener(loadPreferences());
  };
  window.addEventListener("storage", onStorage);
  return () => window.removeEventListener("storage", onStorage);
}
