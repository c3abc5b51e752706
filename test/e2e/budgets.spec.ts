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
  expect(gzippedBytes(stack.folder, await page.evaluate(loadedScripts))).toBeLessThan(150 * kB);
  release();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("shows the first row within 230 kB of script", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await page.addInitScript(markFirstRow);
  await page.reload();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(gzippedBytes(stack.folder, await page.evaluate(loadedScripts))).toBeLessThan(230 * kB);
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

function markFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[role="cell"], [role="gridcell"], td') === null) return;
    performance.mark("first row");
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Paths of the scripts that this page had loaded by its first row, or by now, from the cache or not. */
function loadedScripts(): readonly string[] {
  const until = performance.getEntriesByName("first row")[0]?.startTime ?? performance.now();
  const loaded = performance
    .getEntriesByType("resource")
    .filter((entry) => entry.startTime + entry.duration <= until)
    .map(({ name }) => new URL(name).pathname);
  return [...new Set(loaded)].filter((path) => path.endsWith(".js"));
}

function gzippedBytes(folder: string, paths: readonly string[]): number {
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
