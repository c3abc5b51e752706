import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium.ts";

/** Installs Chromium where this process may; otherwise says in one line how to get one. `null` when there is none. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const update = run("apt-get", "update");
    if (update) run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
  }
  const installed = findChromium();
  if (!installed) {
    process.stderr.write(
      "No Chromium found. Debian: apt-get install chromium; elsewhere: npx playwright install chromium, or set CHROMIUM to its path.\n",
    );
  }
  return installed;
}

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "inherit" }).status === 0;
}
