import type { Page } from "@playwright/test";
import { scenarioNames } from "../../src/emulator/scenarios.ts";
import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { headlineOf } from "../support/headlines.ts";
import { words } from "../support/words.ts";

test.beforeEach(({ stack }) => {
  stack.app.deploy({ mode: "demo", poll: { activeSeconds: 2, idleSeconds: 2 } });
});

for (const scenario of scenarioNames) {
  test(`shows the ${scenario} tenant in both languages`, async ({ page }) => {
    await page.clock.install();
    await page.goto(`${appOrigin}/?scenario=${scenario}&lang=en`);
    await expect(page.getByRole("main")).toBeVisible();
    // The access token of the expired tenant lives for twenty seconds.
    if (scenario === "expired") {
      await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
      await page.clock.fastForward("00:30");
    }
    await expect(headlineOf(page, scenario, "en")).toBeVisible();
    await expectMarkedAsDemo(page, "en");
    expect(await axe(page)).toEqual([]);

    await page.getByLabel("Language").selectOption("ru");
    await expect(headlineOf(page, scenario, "ru")).toBeVisible();
    await expectMarkedAsDemo(page, "ru");
    await expect(page.locator("html")).toHaveAttribute("lang", "ru");
    expect(await axe(page)).toEqual([]);
  });
}

test("moves while one watches", async ({ page }) => {
  await page.goto(`${appOrigin}/`);
  const active = revocationsTable(page)
    .getByRole("row", { name: /Active/ })
    .first();
  const before = (await active.textContent()) ?? "";
  await expect(active).not.toHaveText(before);
});

test("opens the same view from a link", async ({ page }) => {
  await page.goto(`${appOrigin}/?scenario=failures`);
  await openRow(page, 2);
  const heading = await page.getByRole("complementary").getByRole("heading").first().textContent();
  await page.goto(page.url());
  await expect(page.getByRole("complementary").getByRole("heading").first()).toHaveText(
    heading ?? "no heading",
  );
});

test("keeps few rows in the page of 30,000", async ({ page }) => {
  await page.goto(`${appOrigin}/?scenario=district`);
  const table = revocationsTable(page);
  await expect(table).toHaveAttribute("aria-rowcount", "30001");
  expect(await table.getByRole("row").count()).toBeLessThan(80);
});

test("does not load MSAL for the demo", async ({ page, stack }) => {
  await page.goto(`${appOrigin}/`);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(stack.app.paths.join(" ")).toContain("connectDemo");
  expect(stack.app.paths.join(" ")).not.toContain("connectTenant");
  expect(stack.identity.requests).toEqual([]);
  expect(stack.graph.exchanges).toEqual([]);
});

async function expectMarkedAsDemo(page: Page, locale: "en" | "ru"): Promise<void> {
  await expect(page.getByRole("main").getByText(words(locale, "demo.mark")).first()).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(words(locale, "app.titleDemo").source.replace("^", "")));
}

async function openRow(page: Page, index: number): Promise<void> {
  await revocationsTable(page).getByRole("row").nth(index).click();
  await expect(page).toHaveURL(/[?&]action=/);
  await expect(page.getByRole("complementary")).toBeVisible();
}
