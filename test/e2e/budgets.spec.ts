import type { Page, Request } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, redirectUri } from "../support/entra.ts";
import { loadedScripts, markFirstRows, scriptBytes } from "../support/loadedScripts.ts";

const kB = 1_000;

test("paints the shell within 150 kB of script", async ({ page, stack }) => {
  const release = stack.app.holdConfig();
  await page.goto(`${appOrigin}/`);
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  expect(await scriptBytes(page, stack.folder)).toBeLessThan(150 * kB);
  release();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("shows the first row within 230 kB of script", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await markFirstRows(page);
  await page.reload();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(await scriptBytes(page, stack.folder)).toBeLessThan(230 * kB);
});

test("brings a sign-in back with one script of less than 5 kB", async ({ page, stack }) => {
  await page.goto(redirectUri);
  await expect(page.getByText("There is no sign-in to continue here.")).toBeVisible();
  expect(await loadedScripts(page)).toHaveLength(1);
  expect(await scriptBytes(page, stack.folder)).toBeLessThan(5 * kB);
});

test("asks one preflight for all short reads", async ({ page, stack, signIn }) => {
  await signIn(page);
  const posts = () => stack.graph.exchanges.filter(({ method }) => method === "POST").length;
  await expect.poll(posts, { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
  expect(stack.graph.preflights.filter(({ url }) => url.pathname.endsWith("$batch"))).toHaveLength(1);
});

test("stops reading while nobody looks", async ({ page, stack, signIn }) => {
  await page.clock.install();
  const underWay = requestsUnderWay(page);
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await setVisibility(page, "hidden");
  // A read that was under way ends; after it, no time brings another.
  await expect.poll(() => underWay.size).toBe(0);
  const asked = stack.graph.exchanges.length;
  await page.clock.runFor("01:00");
  expect(stack.graph.exchanges.length).toBe(asked);
  await setVisibility(page, "visible");
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
});

function requestsUnderWay(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>();
  page.on("request", (request) => underWay.add(request));
  page.on("requestfinished", (request) => underWay.delete(request));
  page.on("requestfailed", (request) => underWay.delete(request));
  return underWay;
}

/** Headless pages are never hidden; the page is told as if it were. */
async function setVisibility(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
    Object.defineProperty(document, "hidden", { value: visibilityState === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}
