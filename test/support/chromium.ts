import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** Playwright's own list of switched-off features, but for third-party storage partitioning: the last list wins. */
const disabledFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** No frame of another site sees its cookies, whatever a profile has chosen for the storage of one site. */
export const blocksThirdPartyCookies = "--test-third-party-cookie-phaseout";

/**
 * A Chromium that behaves as a careful person's does, reaches the mapped hosts and nothing else.
 *
 * `hosts`: from a host's name to the local port that serves it.
 */
export function chromiumFlags(hosts: Readonly<Record<string, number>>): string[] {
  const rules = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  return [
    `--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"].join(",")}`,
    `--disable-features=${disabledFeatures.join(",")}`,
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    blocksThirdPartyCookies,
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
}

/** The Chromium to test with: named by CHROMIUM, on the path, or Playwright's own; `null` when there is none. */
export function findChromium(): string | null {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM ?? "", ...onPath, chromium.executablePath()];
  return candidates.find((path) => path !== "" && isExecutable(path)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
