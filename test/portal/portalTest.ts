import { test as base, chromium, expect, type Locator, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "../support/chromium.ts";
import { graphOrigin } from "../support/entra.ts";
import { guardContext, type PageGuard } from "../support/pageGuard.ts";
import { type PortalStack, portalOrigin, startPortalStack } from "./portalStack.ts";

interface TestFixtures {
  readonly portals: PortalStack;
  readonly guard: PageGuard;
  readonly quiet: string[];
}

interface WorkerFixtures {
  readonly startedPortals: PortalStack;
}

/**
 * Portals in a real browser. After every test: no request went to any place but their own and Graph, no violation of
 * their policy, nothing thrown, nothing in the console, no token in an address.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  startedPortals: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const stack = await startPortalStack();
      await use(stack);
      await stack.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  browser: [
    async ({ startedPortals }, use) => {
      const executablePath = findChromium();
      if (!executablePath) throw new Error("no Chromium: npm test installs one or says how");
      const browser = await chromium.launch({ executablePath, args: chromiumFlags(startedPortals.hosts) });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  portals: [
    async ({ startedPortals }, use) => {
      startedPortals.reset();
      await use(startedPortals);
    },
    { auto: true },
  ],
  guard: [
    async ({ context, portals }, use) => {
      const guard = await guardContext(context, { origin: portalOrigin, asks: [graphOrigin] });
      await use(guard);
      expect(guard.findings(portals.secrets)).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ context, guard }, use) => {
    const page = await context.newPage();
    await guard.attach(page);
    await use(page);
  },
  quiet: [
    async ({ context }, use) => {
      const noted: string[] = [];
      context.on("weberror", (error) =>
        noted.push(`uncaught: ${error.error().stack ?? error.error().message}`),
      );
      context.on("console", (message) => {
        const isOurs = message.type() === "error" || message.type() === "warning";
        if (isOurs && !browserWords.test(message.text())) noted.push(message.text());
      });
      await use(noted);
      expect(noted).toEqual([]);
    },
    { auto: true },
  ],
  baseURL: portalOrigin,
});

/** What Graph refuses the browser logs by itself; so it does MSAL's hidden frame, whose page is Microsoft's. */
const browserWords =
  /^(Failed to load resource|An iframe which has both allow-scripts and allow-same-origin)/;

export { expect };

/** The one table of the contract, in a page or in a part of one. */
export function revocations(within: Page | Locator): Locator {
  const name = /^(Revocations|Отзывы)/;
  const roles = ["table", "treegrid"] as const;
  return roles.reduce(
    (any, role) => any.or(within.getByRole(role, { name })),
    within.getByRole("grid", { name }),
  );
}

export function firstRow(within: Page | Locator): Locator {
  return revocations(within).getByRole("row").nth(1);
}
