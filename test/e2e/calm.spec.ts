import type { Locator } from "@playwright/test";
import { faults } from "../../src/emulator/faults.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";

for (const width of [1440, 320]) {
  test(`keeps the first row where it is while the page fills, ${width} px wide`, async ({ page, stack }) => {
    await page.setViewportSize({ width, height: 900 });
    stack.app.deploy({ mode: "demo" });
    await page.addInitScript(followFirstRow);
    await page.goto(`${appOrigin}/?scenario=mixed&lang=en`);
    await expect(page.getByRole("searchbox")).toBeVisible();
    await expect(page.getByRole("button", { name: "History" })).toBeVisible();
    await expect(page.getByRole("button", { name: /not reported as a revocation/ })).toBeVisible();
    const tops = await page.evaluate<readonly number[]>("topsOfFirstRow");
    // Where the window is narrow, what comes may wrap once more than its place foresaw.
    expect(Math.max(...tops) - Math.min(...tops), tops.join()).toBeLessThan(24);
  });
}

test("keeps rows under the pointer when trouble is told above them", async ({ page, stack, signIn }) => {
  await signIn(page);
  const row = revocationsTable(page).getByRole("row").nth(3);
  await row.hover();
  const before = await topOf(row);
  stack.graph.fail(faults.internalServerError);
  await expect(page.getByRole("group", { name: /Graph/ })).toBeAttached();
  await expect.poll(async () => Math.abs((await topOf(row)) - before)).toBeLessThan(2);
  stack.graph.fail(null);
  await expect(page.getByRole("group", { name: /Graph/ })).toHaveCount(0, { timeout: 30_000 });
  await expect.poll(async () => Math.abs((await topOf(row)) - before)).toBeLessThan(2);
});

for (const view of ["list", "wall"])
  test(`moves nothing where a person wants no motion: ${view}`, async ({ page, stack }) => {
    stack.app.deploy({ mode: "demo", poll: { activeSeconds: 2, idleSeconds: 5 } });
    await page.addInitScript(noteMotion);
    const seen = async (reducedMotion: "reduce" | "no-preference") => {
      await page.emulateMedia({ reducedMotion });
      await page.goto(`${appOrigin}/?scenario=mixed&lang=en${view === "wall" ? "&view=wall" : ""}`);
      const licences = page.getByText(/\d attempted/).first();
      await expect(licences).toBeVisible();
      const before = await licences.textContent();
      await expect(licences).not.toHaveText(before ?? "", { timeout: 20_000 });
      return page.evaluate<readonly string[]>("motionSeen()");
    };
    await expect
      .poll(async () => (await seen("no-preference")).length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    expect(await seen("reduce")).toEqual([]);
  });

async function topOf(row: Locator): Promise<number> {
  return row.evaluate((element) => element.getBoundingClientRect().top);
}

/** Notes where the rows begin in the page, at every frame from the first row on. */
function followFirstRow(): void {
  const tops: number[] = [];
  Object.assign(window, { topsOfFirstRow: tops });
  const look = () => {
    const row = document.querySelector("[data-index]");
    if (row) tops.push(Math.round(row.getBoundingClientRect().top + window.scrollY));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Notes at every frame which animations of the style sheet and which transitions run. */
function noteMotion(): void {
  const seen = new Set<string>();
  Object.assign(window, { motionSeen: () => [...seen] });
  const look = () => {
    for (const one of document.getAnimations())
      if (one instanceof CSSAnimation) seen.add(one.animationName);
      else if (one instanceof CSSTransition) seen.add(one.transitionProperty);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
