import type { AppHost, Preferences } from "../app/appHost.ts";
import { keptText } from "./keptText.ts";

type KeptText = ReturnType<AppHost["keptText"]>;

const keptHere = keptText("preferences");
const nothingChosen: Preferences = { lang: null, theme: null };

/** Never throws: storage may be blocked, and what it holds may be anybody's. */
export function loadPreferences(kept: KeptText = keptHere): Preferences {
  try {
    const stored: unknown = JSON.parse(kept.read() ?? "{}");
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
export function storePreferences(preferences: Preferences, kept: KeptText = keptHere): void {
  kept.write(JSON.stringify(preferences));
}

/** Tells what another tab has stored. Returns how to stop. */
export function subscribeToPreferences(
  listener: (preferences: Preferences) => void,
  kept: KeptText = keptHere,
): () => void {
  return kept.subscribe(() => listener(loadPreferences(kept)));
}
