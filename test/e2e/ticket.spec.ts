import type { Locator, Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { findingsIn, mixedLooks } from "../support/looks.ts";

test("opens a link from a ticket alone, through sign-in, and leads to the list", async ({
  page,
  context,
  guard,
  stack,
  signIn,
}) => {
  stack.graph.use("failures");
  await signIn(page, { path: "/?q=still" });
  const link = await openRow(page, /Expired, and still is/);

  const ticket = await context.newPage();
  await guard.attach(ticket);
  await ticket.goto(link);
  await ticket.getByRole("button", { name: "Sign in" }).click();
  const article = ticket.getByRole("article", { name: /Expired, and still is/ });
  await expect(article).toBeVisible();
  // However long it is: here it has the whole width.
  await expect(article.getByRole("heading", { level: 2 })).toHaveCSS("-webkit-line-clamp", "none");
  expect(ticket.url()).toBe(link);
  await expect(revocationsTable(ticket)).toHaveCount(0);
  for (const heading of [
    "What happened",
    "What to do",
    "What to tell the device user",
    "Who to call",
    "Numbers",
  ])
    await expect(article.getByRole("heading", { name: heading })).toBeVisible();

  await article.getByRole("button", { name: "Show all revocations" }).click();
  await expect(revocationsTable(ticket).getByRole("row").nth(1)).toBeVisible();
  await expect(ticket).not.toHaveURL(/action=/);
  await ticket.goBack();
  await expect(article).toBeVisible();
});

test.describe("on the emulated tenant", () => {
  test.beforeEach(({ stack }) => stack.app.deploy({ mode: "demo" }));

  test("stays beside the list when a row opens it, also after a reload", async ({ page }) => {
    await page.goto(`${appOrigin}/?scenario=failures&lang=en&q=still`);
    await openRow(page, /Expired, and still is/);
    await expect(page.getByRole("complementary")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("complementary")).toBeVisible();
    await expect(revocationsTable(page)).toBeVisible();
    await expect(page.getByRole("article")).toHaveCount(0);
  });

  test("has its name ringed by keys alone", async ({ page }) => {
    const list = `${appOrigin}/?scenario=failures&lang=en&q=still`;
    const name = page.getByRole("heading", { name: "Expired, and still is", level: 2 });
    await page.goto(list);
    const link = await openRow(page, /Expired, and still is/);
    await expect(name).toBeFocused();
    expect(await isRinged(name)).toBe(false);
    // The same address again would only reload the page.
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByRole("article")).toBeVisible();
    await expect(name).toBeFocused();
    expect(await isRinged(name)).toBe(false);
    await page.goto(list);
    await page.keyboard.press("Tab");
    const row = revocationsTable(page).getByRole("row", { name: /Expired, and still is/ });
    await row.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await expect(name).toBeFocused();
    expect(await isRinged(name)).toBe(true);
  });

  test("cuts a long name beside the list alone, where the raw answer has all of it", async ({ page }) => {
    await page.goto(`${appOrigin}/?scenario=malformed&lang=en&q=WWW`);
    await openRow(page, /W{99}/);
    const panel = page.getByRole("complementary");
    const name = panel.getByRole("heading", { name: /W{99}/, level: 2 });
    const place = panel.getByTitle(/𝕏{99}/u);
    expect([await isCut(name), await isCut(place)]).toEqual([true, true]);
    await panel.getByRole("button", { name: "Raw from Graph" }).click();
    await expect(panel.getByRole("region", { name: /^The VPP token/ })).toContainText("W".repeat(10_000));
    await page.setViewportSize({ width: 800, height: 900 });
    expect([await isCut(name), await isCut(place)]).toEqual([false, false]);
  });

  test("says so where the link matches nothing", async ({ page }) => {
    await page.goto(`${appOrigin}/?action=1.bm9uc2Vuc2U&lang=en`);
    await expect(page.getByText("This link names a revocation in a form that cannot be read")).toBeVisible();
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  });

  test("finds nothing to fault in any look", async ({ page }) => {
    await page.goto(`${appOrigin}/?scenario=failures&lang=en&q=still`);
    const link = await openRow(page, /Expired, and still is/);
    // The same address again would only reload the page.
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByRole("article").getByRole("button", { name: "Raw from Graph" }).click();
    expect(await findingsIn(page, mixedLooks)).toEqual([]);
  });
});

function isRinged(element: Locator): Promise<boolean> {
  return element.evaluate((heading) => getComputedStyle(heading).outlineStyle !== "none");
}

function isCut(element: Locator): Promise<boolean> {
  return element.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
}

/** Its link. */
async function openRow(page: Page, name: RegExp): Promise<string> {
  await revocationsTable(page).getByRole("row", { name }).first().getByRole("button").click();
  await expect(page).toHaveURL(/[?&]action=/);
  return page.url();
}
