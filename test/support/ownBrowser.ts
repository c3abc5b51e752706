import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { chromiumFlags, findChromium } from "./chromium.ts";
import { expect } from "./e2e.ts";

export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Ends it at once and without a warning, as a power cut does. */
  kill(): Promise<void>;
}

/** A Chromium of the test's own, so that it may be killed. `profile`: a folder that outlives it. */
export async function startOwnBrowser(
  profile: string,
  hosts: Readonly<Record<string, number>>,
): Promise<OwnBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: npm test installs one or says how");
  const flags = [
    ...chromiumFlags(hosts),
    "--headless=new",
    "--ignore-certificate-errors",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "about:blank",
  ];
  const portFile = join(profile, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  // A group of its own: what it started goes with it.
  const started = spawn(executablePath, flags, { detached: true, stdio: "ignore" });
  // Nothing else would end it when the test runs out of time.
  process.once("exit", () => killGroup(started));
  try {
    const port = await debuggingPort(portFile);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    if (context === undefined) throw new Error("a browser without its default context");
    return { context, kill: () => kill(started) };
  } catch (error) {
    await kill(started);
    throw error;
  }
}

/** Chromium writes it as soon as it listens. */
async function debuggingPort(file: string): Promise<string> {
  const read = () => (existsSync(file) ? (readFileSync(file, "utf8").split("\n")[0] ?? "") : "");
  await expect.poll(read, { intervals: [50], timeout: 60_000 }).toMatch(/^\d+$/);
  return read();
}

async function kill(started: ChildProcess): Promise<void> {
  const ended = once(started, "exit");
  if (killGroup(started)) await ended;
}

/** `false` when it has ended already. */
function killGroup({ pid, exitCode, signalCode }: ChildProcess): boolean {
  if (pid === undefined || exitCode !== null || signalCode !== null) return false;
  return process.kill(-pid, "SIGKILL");
}
