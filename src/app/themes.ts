import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

export const themes = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
} as const satisfies Record<ThemeName, Theme>;

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
