import type { BrowserContext, Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import type { PageGuard } from "../support/pageGuard.ts";

/** A second tab of the same browser: Entra knows the person, the tab itself does not. */
async function openSecond(context: BrowserContext, guard: PageGuard): Promise<Page> {
  const second = await context.newPage();
  await guard.attach(second);
  await second.goto(appOrigin);
  await second.getByRole("button", { name: "Sign in" }).click();
  await expect(rows(second).nth(1)).toBeVisible();
  return second;
}

function rows(page: Page) {
  return revocationsTable(page).getByRole("row");
}

/** Everything the tab asked Graph from now on. */
function graphRequests(page: Page): readonly string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).hostname.startsWith("graph.")) urls.push(request.url());
  });
  return urls;
}

/** The licences column; the other columns count seconds, each tab by itself. */
async function shown(page: Page): Promise<string> {
  const cells = await revocationsTable(page)
    .locator("tr > td:nth-child(3), [role=row] > [role=cell]:nth-child(3)")
    .allInnerTexts();
  return cells.join("\n");
}

test("reads in one tab for two", async ({ page, context, guard, signIn }) => {
  await signIn(page);
  await expect(rows(page).nth(1)).toBeVisible();
  const second = await openSecond(context, guard);
  const [led, followed] = [graphRequests(page), graphRequests(second)];
  await expect.poll(() => led.length + followed.length).toBeGreaterThan(3);
  expect([led, followed].filter((urls) => urls.length > 0)).toHaveLength(1);
});

test("shows the same change in both tabs", async ({ page, context, guard, signIn }) => {
  await signIn(page);
  await expect(rows(page).nth(1)).toBeVisible();
  const second = await openSecond(context, guard);
  for (let change = 0; change < 3; change += 1) {
    const before = await shown(second);
    await expect.poll(() => shown(second)).not.toBe(before);
    const agree = async () => (await shown(page)) === (await shown(second));
    await expect.poll(agree, { intervals: [50] }).toBe(true);
    expect(await shown(page)).not.toBe(before);
  }
});

test("shows it within a second of the other", async ({ page, context, guard, signIn }) => {
  await signIn(page);
  await expect(rows(page).nth(1)).toBeVisible();
  const second = await openSecond(context, guard);
  const tabs = [page, second];
  await Promise.all(tabs.map((tab) => tab.evaluate(noteLicences)));
  const apart = async () => {
    const [one = [], other = []] = await Promise.all(tabs.map(notedLicences));
    const shownAt = new Map(other.map(([text, at]) => [text, at]));
    return one.flatMap(([text, at]) => {
      const there = shownAt.get(text);
      return there === undefined ? [] : [Math.abs(at - there)];
    });
  };
  await expect.poll(async () => (await apart()).length, { timeout: 30_000 }).toBeGreaterThan(4);
  // The middle one, since a machine that is busy may hold up one of them.
  const sorted = (await apart()).sort((left, right) => left - right);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(1_000);
});

/** Notes when the page has shown which licences first; both tabs go by the computer's clock. */
function noteLicences(): void {
  const noted = new Map<string, number>();
  Object.assign(window, { notedLicences: noted });
  const note = () => {
    const cells = document.querySelectorAll("tr > td:nth-child(3), [role=row] > [role=cell]:nth-child(3)");
    const text = [...cells].map(({ textContent }) => textContent).join("\n");
    if (!noted.has(text)) noted.set(text, Date.now());
  };
  note();
  noted.clear();
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
}

function notedLicences(tab: Page): Promise<readonly (readonly [string, number])[]> {
  return tab.evaluate(() => [...(Reflect.get(window, "notedLicences") as Map<string, number>)]);
}

test("goes on within two seconds when the leading tab closes", async ({ page, context, guard, signIn }) => {
  await signIn(page);
  await expect(rows(page).nth(1)).toBeVisible();
  const second = await openSecond(context, guard);
  const led = graphRequests(page);
  await expect.poll(() => led.length).toBeGreaterThan(1);
  const followed = graphRequests(second);
  const held = async () => second.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
  const queued = async () =>
    second.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);
  expect([await held(), await queued()]).toEqual([1, 1]);
  await page.close();
  await expect.poll(queued, { timeout: 2_000, intervals: [50] }).toBe(0);
  expect(await held()).toBe(1);
  await expect.poll(() => followed.length, { timeout: 5_000 }).toBeGreaterThan(0);
  await expect(rows(second).nth(1)).toBeVisible();
});

test("leaves nothing behind after signing out", async ({ page, signIn }) => {
  await signIn(page);
  await expect(rows(page).nth(1)).toBeVisible();
  const locks = () =>
    page.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return held.length + pending.length;
    });
  expect(await locks()).toBe(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(locks).toBe(0);
});
