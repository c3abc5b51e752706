import type { Locator, Page } from "@playwright/test";
import { expect } from "./e2e.ts";

/** Presses Tab until the focus is there, once round the page at most; wherever it stops on the way it is seen. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  const isFocused = () => wanted.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isFocused()); presses += 1) {
    await page.keyboard.press("Tab");
    // Beyond the last stop the browser's own buttons have it.
    expect([isNowhere, ""]).toContain(await faultOfFocus(page));
  }
  await expect(wanted).toBeFocused();
  await expectFocusSeen(page);
}

/** The focus is somewhere, within the window, drawn, and nothing covers it: WCAG 2.4.7 and 2.4.11. */
export async function expectFocusSeen(page: Page): Promise<void> {
  await expect.poll(() => faultOfFocus(page)).toBe("");
}

const isNowhere = "nothing has the focus";

function faultOfFocus(page: Page): Promise<string> {
  return page.evaluate((nowhere) => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return nowhere;
    const name = `${focused.tagName} ${focused.getAttribute("aria-label") ?? focused.textContent}`;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const [from, to] = [Math.max(0, left), Math.min(innerWidth, right)];
    const [above, below] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    if (from >= to || above >= below) return `outside the window: ${name}`;
    const shares = [0.1, 0.5, 0.9];
    const points = shares.flatMap((x) => shares.map((y) => [x, y] as const));
    const isSeen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(from + x * (to - from), above + y * (below - above));
      return hit !== null && (focused.contains(hit) || hit.closest("label")?.contains(focused) === true);
    });
    return isSeen ? "" : `covered: ${name}`;
  }, isNowhere);
}
