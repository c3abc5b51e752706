import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Frame, Page } from "@playwright/test";
import { expect } from "./e2e.ts";

/** From the next load on, in every frame: notes when the first row of data stood in the page. */
export async function markFirstRows(page: Page): Promise<void> {
  await page.addInitScript(markFirstRow);
}

/** Gzipped bytes of the scripts that a page had loaded by its first row, or by now, from the cache or not. */
export async function scriptBytes(page: Page | Frame, folder: string): Promise<number> {
  const paths = await loadedScripts(page);
  expect(paths).not.toEqual([]);
  return paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0);
}

export async function loadedScripts(page: Page | Frame): Promise<readonly string[]> {
  return page.evaluate(scriptPaths);
}

function markFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[role="cell"], [role="gridcell"], td') === null) return;
    performance.mark("first row");
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

function scriptPaths(): readonly string[] {
  const until = performance.getEntriesByName("first row")[0]?.startTime ?? performance.now();
  const loaded = performance
    .getEntriesByType("resource")
    .filter((entry) => entry.startTime + entry.duration <= until)
    .map(({ name }) => new URL(name).pathname);
  return [...new Set(loaded)].filter((path) => path.endsWith(".js"));
}
