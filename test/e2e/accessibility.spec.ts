import type { Page } from "@playwright/test";
import { faults } from "../../src/emulator/faults.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { entraFailures } from "../support/identityControls.ts";
import { findingsIn, mixedLooks, pairedLooks } from "../support/looks.ts";

test("finds nothing in a failed revocation, all opened", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en&q=still`);
  await openRow(page, /Expired, and still is/);
  await open(page, "Requests", "History", "What device users see now", "Numbers", "Raw from Graph");
  await page.getByRole("button", { name: /^Erase/ }).click();
  expect(await findingsIn(page, pairedLooks)).toEqual([]);
});

test("finds nothing in an observed revocation", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo", poll: { activeSeconds: 2, idleSeconds: 2 } });
  await page.goto(`${appOrigin}/?lang=en`);
  await openRow(page, /Active/);
  await open(page, "Show as a table");
  await expect(page.getByRole("img", { name: /Attempted at the end/ })).toBeVisible();
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("finds nothing in a filtered, grouped list with a menu open", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en&outcome=failed&from=-30d&group=token`);
  await expect(page.getByRole("treegrid", { name: /^Revocations/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where to start" })).toBeVisible();
  await page.getByRole("button", { name: /^Filter: State/ }).click();
  await expect(page.getByRole("dialog", { name: "State" })).toBeVisible();
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("finds nothing where a person is needed over data", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  stack.identity.controls.refreshFailure = entraFailures.refreshTokenExpired;
  stack.identity.controls.silentFailure = entraFailures.mfaRequired;
  stack.graph.challengeEarlierTokens();
  await open(page, "Details for support");
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

/** One fault of each intent that a notice has. */
for (const fault of ["forbidden", "badGateway", "throttled"] as const) {
  test(`finds nothing where Graph answers with ${fault} over data`, async ({ page, stack, signIn }) => {
    await signIn(page);
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
    stack.graph.fail(faults[fault]);
    await page.getByRole("button", { name: "Refresh now" }).click();
    await expect(page.getByText(/request-id: /).first()).toBeVisible();
    expect(await findingsIn(page, mixedLooks)).toEqual([]);
  });
}

test("finds nothing without a network", async ({ page, context, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  // Themes and languages that were never worn cannot be fetched later.
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
  await context.setOffline(true);
  await expect(page.getByRole("status").first()).toContainText("Нет сети");
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("finds nothing in a link that matches nothing", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?action=nonsense&q=nothing-has-this-name`);
  await expect(page.getByText("This link names a revocation in a form that cannot be read")).toBeVisible();
  await expect(page.getByRole("button", { name: "Show all", exact: true })).toBeVisible();
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("finds nothing before signing in", async ({ page }) => {
  await page.goto(`${appOrigin}/`);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Language").hover();
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("finds nothing where consent is missing", async ({ page, stack }) => {
  stack.identity.controls.interactiveFailure = entraFailures.consentRequired;
  await page.goto(`${appOrigin}/`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await open(page, "Details for support");
  expect(await findingsIn(page, pairedLooks)).toEqual([]);
});

test("finds nothing in what explains config.json", async ({ page, stack }) => {
  const body = JSON.stringify({ mode: "tenant", cloud: "mars", poll: { activeSeconds: "often" }, colour: 1 });
  stack.app.serveConfig({ body, contentType: "application/json" });
  await page.goto(`${appOrigin}/?lang=en`);
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await findingsIn(page, pairedLooks)).toEqual([]);
});

for (const scenario of ["empty", "quiet", "forbidden", "malformed"]) {
  test(`finds nothing in the ${scenario} tenant`, async ({ page, stack }) => {
    stack.app.deploy({ mode: "demo" });
    await page.goto(`${appOrigin}/?scenario=${scenario}`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    expect(await findingsIn(page, mixedLooks)).toEqual([]);
  });
}

async function openRow(page: Page, name: RegExp): Promise<void> {
  await revocationsTable(page).getByRole("row", { name }).first().getByRole("button").click();
  await expect(page.getByRole("complementary")).toBeVisible();
}

async function open(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const button = page.getByRole("button", { name, exact: true, expanded: false });
    await button.click();
    await expect(page.getByRole("button", { name, exact: true, expanded: true })).toBeVisible();
  }
}
