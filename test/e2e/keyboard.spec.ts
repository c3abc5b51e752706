import type { Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { expectFocusSeen, tabTo } from "../support/keyboard.ts";

test.beforeEach(({ stack }) =>
  stack.app.deploy({ mode: "demo", poll: { activeSeconds: 2, idleSeconds: 2 } }),
);

test("finds a failed revocation and reads what to do", async ({ page }) => {
  await open(page, "/?scenario=failures&lang=en");
  await test.step("past everything before the rows", async () => {
    const [url, steps] = await placeInHistory(page);
    await skipToRows(page);
    expect(await placeInHistory(page)).toEqual([url, steps]);
  });

  await test.step("searches and sorts", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("still");
    await expect(page).toHaveURL(/[?&]q=still/);
    await page.keyboard.press("ArrowDown");
    await expect(page.locator('[aria-rowindex="2"] button').first()).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.press("/");
    await tabTo(page, page.getByRole("columnheader").getByRole("button", { name: /VPP token/ }));
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/[?&]sort=token/);
    await expectFocusSeen(page);
  });

  await test.step("opens it and reads", async () => {
    const row = revocationsTable(page).getByRole("row", { name: /Expired, and still is.*Failed/ });
    await tabTo(page, row.getByRole("button"));
    await page.keyboard.press("Enter");
    const opened = page.getByRole("complementary");
    await expect(opened.getByRole("heading", { name: "Expired, and still is" })).toBeFocused();
    await expect(opened.getByRole("heading", { name: "What to do" })).toBeInViewport();
    await expect(opened.getByRole("listitem").first()).toBeInViewport();
    await tabTo(page, opened.getByRole("link", { name: /Open Intune/ }));
    await page.keyboard.press("Escape");
    await expect(row.getByRole("button")).toBeFocused();
    await expectFocusSeen(page);
  });
});

test("shares it", async ({ page, context, guard }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: appOrigin });
  await open(page, "/?scenario=failures&lang=en&q=still%20is");
  await skipToRows(page);
  await page.keyboard.press("Enter");
  const opened = page.getByRole("complementary");
  const link = await copied(page, "Copy link");
  expect(link).toMatch(/[?&]action=/);
  expect(await copied(page, "Copy details for support")).toContain("Expired, and still is");

  const colleague = await context.newPage();
  await guard.attach(colleague);
  await colleague.goto(link);
  const ticket = colleague.getByRole("article", { name: "Expired, and still is" });
  await expect(ticket.getByRole("heading", { name: "Expired, and still is" })).toBeFocused();
  for (const name of ["What happened", "What to do"]) {
    const told = (of: typeof opened) => of.locator("section").filter({ hasText: name }).textContent();
    expect(await told(ticket)).toBe(await told(opened));
  }
  await tabTo(colleague, ticket.getByRole("button", { name: "Show all revocations" }));
  await colleague.keyboard.press("Enter");
  await expect(
    colleague.getByRole("row", { name: /Expired, and still is/ }).getByRole("button"),
  ).toBeFocused();
});

test("watches one to its end", async ({ page }) => {
  // A minute before a run of this token ends.
  await page.clock.install({ time: new Date("2026-03-04T10:32:37Z") });
  await open(page, "/?lang=en&q=fabrikam&outcome=active,done");
  await skipToRows(page);
  await page.keyboard.press("Enter");
  const opened = page.getByRole("complementary");
  const heading = opened.getByRole("heading", { name: "Fabrikam shops" });
  await expect(heading).toBeFocused();
  await expect(opened.getByText("Active", { exact: true })).toBeVisible();
  const ended = opened.getByText("Done", { exact: true });
  await expect(async () => {
    await page.clock.runFor(8_000);
    await expect(heading).toBeFocused();
    await expect(ended).toBeVisible({ timeout: 100 });
  }).toPass();
  await expectFocusSeen(page);
  await expect(page.getByRole("status").first()).toContainText(/Revocation .*Fabrikam shops/);

  const notice = page.getByRole("region", { name: /^Revocation / });
  await tabTo(page, notice.getByRole("button", { name: "Dismiss" }));
  await page.keyboard.press("Enter");
  await expect(notice).toBeHidden();
  await expectFocusSeen(page);
});

test("chooses theme and language, and signs out", async ({ page }) => {
  await open(page, "/?scenario=failures&lang=en");
  await tabTo(page, page.getByRole("combobox", { name: "Language" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await expectFocusSeen(page);
  await tabTo(page, page.getByRole("combobox", { name: "Тема" }));
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/[?&]theme=/);
  await expectFocusSeen(page);
  await tabTo(page, page.getByRole("banner").getByRole("button", { name: "Выйти" }));
  await page.keyboard.press("Enter");
  await expect(revocationsTable(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 2 })).toBeFocused();
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(appOrigin + path);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Keyboard|Клавиатура)$/ })).toBeVisible();
}

/** By the first stop of Tab. */
async function skipToRows(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the revocations" })).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press("Enter");
  await expect(page.locator('[aria-rowindex="2"] button').first()).toBeFocused();
  await expectFocusSeen(page);
}

async function copied(page: Page, name: string): Promise<string> {
  await tabTo(page, page.getByRole("complementary").getByRole("button", { name }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByText("Copied", { exact: true }).last()).toBeVisible();
  await expectFocusSeen(page);
  return page.evaluate(() => navigator.clipboard.readText());
}

function placeInHistory(page: Page): Promise<readonly [string, number]> {
  return page.evaluate(() => [location.href, history.length] as const);
}
