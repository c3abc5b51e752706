import type { Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { type ThemeName, themeNames } from "../dashboard/viewState.ts";
import { loadOnce } from "../i18n/loadOnce.ts";

const loaders = {
  light: async () => (await import("./themes/light.ts")).theme,
  dark: async () => (await import("./themes/dark.ts")).theme,
  contrast: async () => (await import("./themes/contrast.ts")).theme,
} as const satisfies Record<ThemeName, () => Promise<Theme>>;

/** Only the theme in use is downloaded. */
export const loadTheme = loadOnce((name: ThemeName) => loaders[name]());

const loadBranded = loadOnce(async (key: `${ThemeName} ${string}`) => {
  const [name, brandColor = ""] = key.split(" ") as [ThemeName, string?];
  const [{ withBrand }, theme] = await Promise.all([import("./brandTheme.ts"), loadTheme(name)]);
  return withBrand(theme, brandColor);
});

/** In a portal's brand colour, but for high contrast, which belongs to the person. */
export function loadThemeIn(name: ThemeName, brandColor: string | undefined): Promise<Theme> {
  return brandColor === undefined || name === "contrast"
    ? loadTheme(name)
    : loadBranded(`${name} ${brandColor}`);
}

export function isThemeName(value: unknown): value is ThemeName {
  return themeNames.some((name) => name === value);
}

const wantsContrast = "(prefers-contrast: more)";
const wantsDark = "(prefers-color-scheme: dark)";

/** What the system asks for; follows it while the page is open. */
export function useSystemTheme(): ThemeName {
  return useSyncExternalStore(subscribeToSystem, systemTheme);
}

function systemTheme(): ThemeName {
  if (matchMedia(wantsContrast).matches) return "contrast";
  return matchMedia(wantsDark).matches ? "dark" : "light";
}

function subscribeToSystem(listener: () => void): () => void {
  const queries = [matchMedia(wantsContrast), matchMedia(wantsDark)];
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}
