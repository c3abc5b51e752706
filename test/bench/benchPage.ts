import { setTimeout as wait } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { selectedProperties } from "../../src/graph/wire.ts";
import { tenantConfig } from "../support/appServer.ts";
import { beginSignIn, completeSignIn } from "../support/e2e.ts";
import { appOrigin, graphOrigin } from "../support/entra.ts";
import type { BenchStack } from "./benchStack.ts";
import { meterGraph, type TrafficMeter } from "./graphTraffic.ts";
import { followNetwork, type PageNetwork } from "./pageNetwork.ts";

/**
 * `product`: as it is deployed, but with the shortest interval. `everything`: the same page reading all tokens each
 * time, by its own button. `limit`: the vanilla page, reading all tokens. `limitRunning`: the same page, reading those that
 * run, as the product does.
 */
export const variants = ["product", "everything", "limit", "limitRunning"] as const;
export type Variant = (typeof variants)[number];
export type OfEach<Value> = Readonly<Record<Variant, Value>>;

/** One after the other. */
export async function ofEach<Value>(
  read: (variant: Variant) => Value | Promise<Value>,
): Promise<OfEach<Value>> {
  const entries: [Variant, Value][] = [];
  for (const variant of variants) entries.push([variant, await read(variant)]);
  return Object.fromEntries(entries) as OfEach<Value>;
}

export interface BenchPage {
  readonly variant: Variant;
  readonly tokensCount: number;
  readonly page: Page;
  readonly session: CDPSession;
  readonly traffic: TrafficMeter;
  /** Requests that Graph answered to it. */
  served(): number;
  /** How often it has begun to read since it was opened. */
  polls(): number;
  /** Resolves when one more poll has begun and ended. */
  poll(): Promise<void>;
}

const shortestIntervalMs = 2_000;
/** Of the emulated district. */
const tokensPerPage = 1_000;
/** What makes a page read; the product does it on its own. */
const buttons = {
  product: null,
  everything: "Refresh now",
  limit: "Read",
  limitRunning: "Read running",
} as const satisfies Record<Variant, string | null>;
/** These read the running tokens alone, in one request. */
const isShort = {
  product: true,
  everything: false,
  limit: false,
  limitRunning: true,
} as const satisfies Record<Variant, boolean>;
const endedAfterQuietMs = 250;
const pollTimeoutMs = 30_000;

/** Opens a page on a tenant of its own, in a process of its own, and signs in. */
export async function openBenchPage(
  browser: Browser,
  stack: BenchStack,
  variant: Variant,
  tokensCount: number,
): Promise<BenchPage> {
  const username = `${variant}${tokensCount}`;
  const { served } = stack.addTenant(username, tokensCount);
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1_440, height: 900 },
  });
  const page = await context.newPage();
  // tsx names functions by this helper, also in those that run in the page.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(noteFirstRow);
  const session = await context.newCDPSession(page);
  const network = await followNetwork(session);
  const traffic = await meterGraph(session, network);
  const polls = countPolls(network);
  if (variant === "limit" || variant === "limitRunning") await page.goto(limitUrl(username));
  else await signIn(page, stack, variant, username);
  await page.getByRole("cell").first().waitFor();
  const pages = Math.ceil(tokensCount / tokensPerPage);
  await until(() => hasRead(0, pages));
  return { variant, tokensCount, page, session, traffic, served, polls, poll };

  function hasRead(before: number, requests: number): boolean {
    return traffic.read().requests >= before + requests && traffic.quietMs() > endedAfterQuietMs;
  }

  async function poll(): Promise<void> {
    const [before, requests] = [polls(), traffic.read().requests];
    const button = buttons[variant];
    // A page that is not done with its last read does not heed the button.
    for (let tries = 0; button !== null && polls() === before && tries < 30; tries += 1) {
      await clickByScript(page, button);
      await wait(tries * 50);
    }
    await until(() => polls() > before && hasRead(requests, isShort[variant] ? 1 : pages));
  }
}

/** Gives the page's own clock the same two seconds after each poll, whoever begins it. */
export async function pollAtInterval(benchPage: BenchPage): Promise<void> {
  const isOnItsOwn = benchPage.variant === "product";
  await Promise.all([benchPage.poll(), isOnItsOwn ? null : wait(shortestIntervalMs)]);
}

function countPolls(network: PageNetwork): () => number {
  let count = 0;
  network.on("Network.requestWillBeSent", ({ request: { url, method } }) => {
    const isFirst = url.startsWith(graphOrigin) && method !== "OPTIONS" && !url.includes("skiptoken");
    if (isFirst) count += 1;
  });
  return () => count;
}

async function signIn(page: Page, stack: BenchStack, variant: Variant, username: string): Promise<void> {
  deployFor(stack, variant);
  await page.goto(`${appOrigin}/`);
  await beginSignIn(page);
  await completeSignIn(page, username);
}

/** Whatever page loads next finds the interval of this variant. */
export function deployFor(stack: BenchStack, variant: Variant): void {
  const activeSeconds = variant === "product" ? shortestIntervalMs / 1_000 : 3_600;
  stack.app.deploy({ ...tenantConfig, poll: { activeSeconds, idleSeconds: 3_600 } });
}

function limitUrl(username: string): string {
  const url = `${graphOrigin}/beta/deviceAppManagement/vppTokens?$select=${selectedProperties.join(",")}`;
  return `${appOrigin}/limit/?${new URLSearchParams({ url, accessToken: username })}`;
}

/**
 * Without the pointer, which would rest on the page and hold its rows, and without a search by role, which would cost the
 * page's main thread more than many a read.
 */
async function clickByScript(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const button of document.querySelectorAll("button"))
      if ((button.ariaLabel ?? button.textContent) === wanted) return button.click();
    throw new Error(`no button ${wanted}`);
  }, name);
}

export async function until(isTrue: () => boolean): Promise<void> {
  for (const beganAt = Date.now(); !isTrue(); await wait(20))
    if (Date.now() - beganAt > pollTimeoutMs) throw new Error("a page did not read in time");
}

/** Runs in the page: when the first row of data was painted, as `firstRowAt` of the window. */
function noteFirstRow(): void {
  const look = () => {
    if (!document.querySelector('[role="cell"]')) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(window, { firstRowAt: performance.now() });
    port2.postMessage(null);
    return 0;
  };
  requestAnimationFrame(look);
}
