import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

const kB = 1_000;

test("paints the shell within 150 kB of script", async ({ page, stack }) => {
  const release = stack.app.holdConfig();
  await page.goto(`${appOrigin}/`);
  await expect(page.locator("[aria-busy=true]")).toBeVisible();
  expect(gzippedBytes(await page.evaluate(loadedScripts))).toBeLessThan(150 * kB);
  release();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("shows the first row within 230 kB of script", async ({ page, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => document.querySelector('[role="cell"], [role="gridcell"], td') !== null);
  expect(gzippedBytes(await page.evaluate(loadedScripts))).toBeLessThan(230 * kB);
});

test("stops reading while nobody looks", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await setVisibility(page, "hidden");
  const asked = stack.graph.exchanges.length;
  // An absence shows only with time: two intervals of the deployed configuration.
  await page.waitForTimeout(4_500);
  expect(stack.graph.exchanges.length).toBeLessThanOrEqual(asked + 1);
  await setVisibility(page, "visible");
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked + 1);
});

/** Paths of the scripts that this page has loaded so far, from the cache or not. */
function loadedScripts(): readonly string[] {
  const names = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return [...new Set(names)].filter((path) => path.endsWith(".js"));
}

function gzippedBytes(paths: readonly string[]): number {
  const folder = process.env.E2E_DIST ?? "dist";
  expect(paths).not.toEqual([]);
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
}

/** Headless pages are never hidden; the page is told as if it were. */
async function setVisibility(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
    Object.defineProperty(document, "hidden", { value: visibilityState === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}
