import AxeBuilder from "@axe-core/playwright";
import { test as base, chromium, expect, type Page } from "@playwright/test";
import { chromiumFlags, findChromium } from "./chromium.ts";
import { appOrigin, loginOrigin } from "./entra.ts";
import { guardContext, type PageGuard } from "./pageGuard.ts";
import { type Stack, startStack } from "./stack.ts";

interface TestFixtures {
  readonly guard: PageGuard;
  /** Opens the app and signs in through the identity provider; returns once the app is back. */
  readonly signIn: (page: Page, options?: SignInOptions) => Promise<void>;
}

interface SignInOptions {
  /** `ada` (Ada Admin) or `hana` (Hana Helpdesk). */
  readonly username?: string;
  /** What stands after the app's origin. */
  readonly path?: string;
}

interface WorkerFixtures {
  readonly startedStack: Stack;
}

/**
 * The product in a real browser beside its own Entra and Graph. After every test: no request went to any other
 * place, nothing broke the security policy, nothing was thrown uncaught, no token stood in an address or the console.
 */
export const test = base.extend<TestFixtures & { readonly stack: Stack }, WorkerFixtures>({
  startedStack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const stack = await startStack(process.env.E2E_DIST);
      await use(stack);
      await stack.close();
    },
    { scope: "worker" },
  ],
  browser: [
    async ({ startedStack }, use) => {
      const executablePath = findChromium();
      if (!executablePath) throw new Error("no Chromium: npm test installs one or says how");
      const browser = await chromium.launch({ executablePath, args: chromiumFlags(startedStack.hosts) });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  stack: async ({ startedStack }, use) => {
    startedStack.reset();
    await use(startedStack);
    expect(startedStack.identity.errors).toEqual([]);
  },
  guard: [
    async ({ context, stack }, use) => {
      const guard = await guardContext(context);
      await use(guard);
      expect(guard.findings(stack.identity.secrets)).toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ context, guard }, use) => {
    const page = await context.newPage();
    await guard.attach(page);
    await use(page);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  signIn: async ({}, use) => {
    await use(async (page, { username = "ada", path = "/" } = {}) => {
      await page.goto(appOrigin + path);
      await beginSignIn(page);
      await completeSignIn(page, username);
    });
  },
});

export { expect };

/** Presses the app's sign-in button and waits for Entra's page. */
export async function beginSignIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Sign in|Войти)/ }).click();
  await page.waitForURL((url) => url.origin === loginOrigin);
}

/** What a person does on Entra's page. */
export async function completeSignIn(page: Page, username = "ada"): Promise<void> {
  await page.getByLabel("Username").fill(username);
  await page.getByRole("button", { name: "Next" }).click();
  await page.waitForURL((url) => url.origin === appOrigin && url.pathname !== "/redirect.html");
}

/** The one table of PRODUCT.md's contract, whatever its exact role. */
export function revocationsTable(page: Pick<Page, "getByRole">) {
  const name = /^(Revocations|Отзывы)/;
  return page
    .getByRole("grid", { name })
    .or(page.getByRole("table", { name }))
    .or(page.getByRole("treegrid", { name }));
}

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds against WCAG 2.2 AA, short enough to read in a failed assertion. */
export async function axe(page: Page): Promise<readonly string[]> {
  // No rule of these needs the style sheets that axe would load again and write into the page, against its policy.
  const builder = new AxeBuilder({ page }).options({ preload: false }).withTags(wcag22aa);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) ${target.join(" ")}: ${failureSummary}`),
  );
}
