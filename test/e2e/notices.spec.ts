import type { Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { findingsIn, pairedLooks } from "../support/looks.ts";

interface ShownNotification {
  readonly title: string;
  readonly body: string;
}

test.beforeEach(async ({ page, context, stack }) => {
  stack.app.deploy({ mode: "demo", poll: { activeSeconds: 5, idleSeconds: 60 } });
  await context.grantPermissions(["notifications"], { origin: appOrigin });
  await page.addInitScript(keepNotifications);
  await page.clock.install();
});

test("tells what ends while the page is elsewhere", async ({ page }) => {
  await open(page);
  expect(await shownOnDesktop(page)).toEqual([]);
  await page.getByRole("button", { name: "Notices" }).click();
  const box = page.getByRole("checkbox", { name: /Desktop notifications/ });
  await box.click();
  await expect(box).toBeChecked();

  await setVisibility(page, "hidden");
  await expect
    .poll(() => pass(page, 30).then(() => shownOnDesktop(page)), { timeout: 60_000 })
    .not.toEqual([]);
  const [first] = await shownOnDesktop(page);
  expect(first?.title).toMatch(/^(Revocation|\d+ revocations?) /);
  expect(first?.body).not.toContain("@");

  await setVisibility(page, "visible");
  const notice = page.getByRole("region", { name: /^(Revocation|\d+ revocations?) / });
  await expect(notice).toBeVisible();
  await page.evaluate(() => Reflect.get(window, "pressNotification")());
  // Several at once lead to the list.
  const opened = first?.title.startsWith("Revocation") ? 1 : 0;
  await expect(page.getByRole("complementary")).toHaveCount(opened);
  await page.keyboard.press("Escape");
  await notice.getByRole("button", { name: "Dismiss" }).click();
  await expect(notice).toBeHidden();
});

test("keeps the choice of desktop notifications and of keys", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Notices" }).click();
  await page.getByRole("checkbox", { name: /Desktop notifications/ }).click();
  await page.getByRole("checkbox", { name: "Quiet hours" }).click();
  await page.getByLabel("From").fill("21:30");
  await open(page);
  await page.getByRole("button", { name: "Notices" }).click();
  await expect(page.getByRole("checkbox", { name: /Desktop notifications/ })).toBeChecked();
  await expect(page.getByLabel("From")).toHaveValue("21:30");
});

test("shows in title and icon what goes on", async ({ page, stack }) => {
  const icon = page.locator('link[rel="icon"]');
  await open(page);
  await expect(page).toHaveTitle(
    /^\(\d+ running, \d+ needs? attention\) Demo data – VPP Revocation Monitor$/,
  );
  await expect(icon).toHaveAttribute("href", "./favicon-both.svg");
  for (const [scenario, title, file] of [
    ["failures", /^\(\d+ need attention\) Demo data/, "favicon-attention.svg"],
    ["unchanged", /^\(\d+ running\) Demo data/, "favicon-running.svg"],
    ["quiet", /^Demo data/, "favicon.svg"],
  ] as const) {
    await page.goto(`${appOrigin}/?scenario=${scenario}&lang=en`);
    await expect(page).toHaveTitle(title);
    await expect(icon).toHaveAttribute("href", `./${file}`);
    const served = await page.evaluate(async (path) => {
      const { status, headers } = await fetch(path);
      return [status, headers.get("content-type")];
    }, `/${file}`);
    expect(served).toEqual([200, "image/svg+xml"]);
  }
  expect(stack.app.paths).toContain("favicon-running.svg");
  await page.goto(`${appOrigin}/?scenario=failures&view=wall&lang=en`);
  await expect(page).toHaveTitle(/^\(\d+ need attention\) Demo data/);
  await expect(icon).toHaveAttribute("href", "./favicon-attention.svg");
});

test("works by keys of any layout, which can be switched off", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("searchbox")).toBeVisible();
  const rows = revocationsTable(page).getByRole("row");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("?/");
  await expect(page.getByRole("searchbox")).toHaveValue("?/");
  await page.keyboard.press("Escape");
  await rows.nth(1).getByRole("button").focus();
  await page.keyboard.press("End");
  const last = Number(await revocationsTable(page).getAttribute("aria-rowcount"));
  await expect(page.locator(`[aria-rowindex="${last}"] button`)).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator('[aria-rowindex="2"] button')).toBeFocused();
  await page.keyboard.press("PageDown");
  await expect(page.locator('[aria-rowindex="2"] button')).not.toBeFocused();
  await pressRussian(page, { key: ",", code: "Slash", shiftKey: true });
  const list = page.getByRole("region", { name: "Keyboard shortcuts" });
  await expect(list.getByRole("heading")).toBeFocused();
  await list.getByRole("checkbox").click();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("?");
  await pressRussian(page, { key: ".", code: "Slash", shiftKey: false });
  await expect(list).toBeHidden();
  await expect(page.getByRole("searchbox")).not.toBeFocused();
});

test("finds nothing in a notice and its settings", async ({ page }) => {
  await open(page);
  for (const name of ["Notices", "Keyboard"]) await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("checkbox", { name: "Quiet hours" }).click();
  const dismiss = page.getByRole("button", { name: "Dismiss" });
  await expect.poll(() => pass(page, 20).then(() => dismiss.count()), { timeout: 60_000 }).toBe(1);
  expect(await findingsIn(page, pairedLooks)).toEqual([]);
});

async function open(page: Page): Promise<void> {
  await page.goto(`${appOrigin}/?lang=en`);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("button", { name: "Notices" })).toBeVisible();
}

async function pass(page: Page, seconds: number): Promise<void> {
  await page.clock.runFor(seconds * 1_000);
}

function keepNotifications(): void {
  const shown: Notification[] = [];
  class KeptNotification extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      shown.push(this);
    }
  }
  Reflect.set(window, "Notification", KeptNotification);
  Reflect.set(window, "shownNotifications", () => shown.map(({ title, body }) => ({ title, body })));
  Reflect.set(window, "pressNotification", () => shown.at(0)?.dispatchEvent(new Event("click")));
}

function shownOnDesktop(page: Page): Promise<readonly ShownNotification[]> {
  return page.evaluate(() => Reflect.get(window, "shownNotifications")());
}

interface RussianPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/** Playwright types on a US keyboard only. */
async function pressRussian(page: Page, press: RussianPress): Promise<void> {
  await page.evaluate((init: RussianPress) => {
    const event = new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, press);
}

/** Headless pages are never hidden; the page is told as if it were. */
async function setVisibility(page: Page, state: "visible" | "hidden"): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
    Object.defineProperty(document, "hidden", { value: visibilityState === "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}
