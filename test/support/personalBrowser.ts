import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { blocksThirdPartyCookies, chromiumFlags, findChromium } from "./chromium.ts";
import { test as base } from "./e2e.ts";

export interface BrowserSettings {
  /** As Chromium's own file `Preferences` has them. */
  readonly preferences: Readonly<Record<string, unknown>>;
}

/** As `test`, in a profile of its own instead of Playwright's private windows, whose settings are not a person's: they decide. */
export const test = base.extend<BrowserSettings>({
  preferences: [{}, { option: true }],
  context: async ({ startedStack, preferences }, use) => {
    const executablePath = findChromium();
    if (!executablePath) throw new Error("no Chromium: npm test installs one or says how");
    const profile = mkdtempSync(join(tmpdir(), "vpp-profile-"));
    mkdirSync(join(profile, "Default"));
    writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(preferences));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: chromiumFlags(startedStack.hosts).filter((flag) => flag !== blocksThirdPartyCookies),
      ignoreHTTPSErrors: true,
      viewport: { width: 1440, height: 900 },
    });
    await use(context);
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  },
});

/**
 * What a person chose in Chromium's settings for the cookies of `origin`, which is also what it may store: in every page,
 * or only in frames of `around`.
 */
export function cookiesFor(
  origin: string,
  choice: "allowed" | "blocked",
  around = "*",
): BrowserSettings["preferences"] {
  const pattern = (one: string) => (one === "*" ? one : `${one}:443`);
  const cookies = { [`${pattern(origin)},${pattern(around)}`]: { setting: choice === "allowed" ? 1 : 2 } };
  return { profile: { content_settings: { exceptions: { cookies } } } };
}
