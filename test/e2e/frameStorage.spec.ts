import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal } from "../support/documentedPortal.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, entraPaths, portalOrigins } from "../support/entra.ts";
import { startOwnBrowser } from "../support/ownBrowser.ts";
import { guardContext } from "../support/pageGuard.ts";
import type { Stack } from "../support/stack.ts";

const { sameSite, crossSite } = portalOrigins;
const sites = [
  ["its own site", sameSite],
  ["another site", crossSite],
] as const;

/** What somebody has set for the cookies and the storage of pages in frames, in Chromium's own words. */
const settings = {
  allowed: { cookie_controls_mode: 0, block_third_party_cookies: false },
  thirdPartyBlocked: { cookie_controls_mode: 1, block_third_party_cookies: true },
  siteDataBlocked: {
    content_settings: { exceptions: { cookies: { [`${appOrigin},*`]: { setting: 2 } } } },
  },
} as const;

test.beforeEach(({ stack }) => {
  stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [sameSite, crossSite] } });
});

for (const [site, origin] of sites) {
  test(`signs in silently in a frame of ${site} that may see Microsoft's session`, async ({
    stack,
    signIn,
  }) => {
    stack.portals.serve(await portalWithoutTokens());
    await inBrowser(stack, settings.allowed, async (page) => {
      await signIn(page);
      const before = stack.identity.requests.length;
      await page.goto(`${origin}/`);
      const frame = page.frameLocator("#revocations");
      await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
      await expect(frame.getByText("Ada Admin")).toBeVisible();
      const asked = stack.identity.requests.slice(before);
      expect(asked.filter(({ path }) => path === entraPaths.authorize)).toMatchObject([
        { isFramed: true, parameters: { prompt: "none" } },
      ]);
      expect(
        page
          .context()
          .pages()
          .filter((one) => one !== page && one.url() !== "about:blank"),
      ).toEqual([]);
      await expect(page.locator("#news")).toBeEmpty();
    });
  });

  test(`offers to sign in in a frame of ${site} that may not`, async ({ stack, signIn }) => {
    stack.portals.serve(await portalWithoutTokens());
    await inBrowser(stack, settings.thirdPartyBlocked, async (page) => {
      await signIn(page);
      await page.goto(`${origin}/`);
      await expect(page.frameLocator("#revocations").getByRole("button", { name: "Sign in" })).toBeVisible();
      await expect(page.locator("#news")).toHaveText("signinrequired");
      expect(stack.identity.requests.filter(({ isFramed }) => isFramed)).not.toEqual([]);
    });
  });
}

test("works in memory where its frame may store nothing, and says what that costs", async ({ stack }) => {
  const named = (script: string) => script.replace("getAccessToken:", 'historyKey: "ada", getAccessToken:');
  stack.portals.serve(await documentedPortal(named));
  await inBrowser(stack, settings.siteDataBlocked, async (page) => {
    await page.goto(`${crossSite}/`);
    const frame = page.frameLocator("#revocations");
    await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
    const embedded = page.frames().find((one) => one.url() === `${appOrigin}/embed.html`);
    const stores = ["localStorage", "sessionStorage", "indexedDB"];
    expect(await Promise.all(stores.map((name) => embedded?.evaluate(isRefused, name)))).toEqual([
      true,
      true,
      true,
    ]);
    await frame.getByRole("button", { name: "History: not stored" }).click();
    await expect(frame.getByText(/kept only while this page is open.+ does not allow storage/)).toBeVisible();
    const asked = stack.graph.exchanges.length;
    await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
    await frame.getByRole("button", { name: "Overview" }).click();
    await expect(frame.getByRole("region", { name: "Overview" })).toBeVisible();
  });
});

function portalWithoutTokens() {
  return documentedPortal((script) => script.replace(/^.*getAccessToken:.*$/m, ""));
}

/** A page of a browser that is set so, guarded like every other one. */
async function inBrowser(
  stack: Stack,
  set: Readonly<Record<string, unknown>>,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), "vpp-revocation-monitor-profile-"));
  const browser = await startOwnBrowser(profile, stack.hosts, set);
  try {
    const guard = await guardContext(browser.context);
    guard.permit(/^foreign request: https:\/\/portal\.(contoso|fabrikam)\.example\//);
    const page = await browser.context.newPage();
    await guard.attach(page);
    await use(page);
    expect(guard.findings(stack.identity.secrets)).toEqual([]);
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function isRefused(name: string): Promise<boolean> {
  try {
    const store = Reflect.get(window, name) as Storage | IDBFactory;
    if (store instanceof Storage) store.getItem("any");
    else
      await new Promise((resolve, reject) => {
        const request = store.open("any");
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      });
    return false;
  } catch {
    return true;
  }
}
