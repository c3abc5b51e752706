import { readSessionValue, writeSessionValue } from "./sessionStore.ts";

const key = "vpp-revocation-monitor.sign-in-start";

/**
 * Keeps the page, with its query, that a sign-in begins from. The redirect page sends people back there, so a deep
 * link survives. Whether it could be kept.
 */
export function rememberSignInStart(href: string): boolean {
  return writeSessionValue(key, href);
}

/**
 * Where to go after sign-in: the page it began from, or the folder of the redirect page when that is unknown or
 * foreign (a bookmarked login page, another tab). MSAL's own fallback is the root of the host, which is another
 * site when the app lives under a sub-path.
 */
export function recallSignInStart(redirectPage: string): string {
  const home = new URL("./", redirectPage);
  const start = readSessionValue(key);
  if (start === null || !URL.canParse(start)) return home.href;
  const url = new URL(start);
  return url.origin === home.origin ? url.href : home.href;
}
