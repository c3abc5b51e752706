import type { BrowserContext, Page } from "@playwright/test";
import { faults } from "../../src/emulator/faults.ts";
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

test("shows a change in both tabs while Graph answers neither", async ({
  page,
  context,
  guard,
  stack,
  signIn,
}) => {
  await signIn(page);
  await expect(rows(page).nth(1)).toBeVisible();
  const second = await openSecond(context, guard);
  const followed = graphRequests(second);
  const before = await shown(second);
  await expect.poll(() => shown(page), { intervals: [50] }).not.toBe(before);
  stack.graph.fail(faults.noAnswer);
  await expect.poll(async () => (await shown(page)) === (await shown(second))).toBe(true);
  expect(await shown(second)).not.toBe(before);
  expect(followed).toEqual([]);
});

test("goes on when the leading tab closes", async ({ page, context, guard, signIn }) => {
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
  // The browser hands the lead on: nobody waits until the other has been silent for long.
  await expect.poll(queued).toBe(0);
  expect(await held()).toBe(1);
  await expect.poll(() => followed.length).toBeGreaterThan(0);
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
