import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { findingsIn, mixedLooks } from "../support/looks.ts";

test("takes along what the list shows", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  // High enough for every row to be in the document.
  await page.setViewportSize({ width: 1440, height: 2000 });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en&outcome=failed&sort=token`);
  const names = await shownNames(page);
  const panel = await openExport(page);

  await test.step("as CSV", async () => {
    const { name, bytes } = await download(page, panel.getByRole("button", { name: "CSV" }));
    expect(name).toMatch(/^demo-vpp-revocations-\d{4}-\d\d-\d\d\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const records: Record<string, string>[] = parse(bytes, { columns: true, bom: true });
    expect(records.map(({ tokenName }) => tokenName)).toEqual(names);
    expect(new Set(records.map(({ demoData, outcome }) => `${demoData} ${outcome}`))).toEqual(
      new Set(["true failed"]),
    );
    await page.goto(records[0]?.link ?? "");
    await expect(page.getByRole("article", { name: names[0] ?? "" })).toBeVisible();
    await page.goBack();
  });

  await test.step("as JSON under other names", async () => {
    const reopened = await openExport(page);
    await reopened.getByRole("radio", { name: /^Replaced/ }).check();
    const { bytes } = await download(page, reopened.getByRole("button", { name: "JSON" }));
    const file = JSON.parse(bytes.toString("utf8"));
    expect(Object.keys(file)[0]).toBe("demoData");
    expect(file).toMatchObject({ demoData: true, version: 1, count: names.length });
    for (const name of names) expect(bytes.toString("utf8")).not.toContain(name);
  });

  await test.step("as Markdown", async () => {
    const { name, bytes } = await download(page, page.getByRole("button", { name: "Markdown", exact: true }));
    expect(name).toMatch(/^demo-vpp-revocations-.+\.md$/);
    expect(bytes.toString("utf8")).toMatch(/^# Demo data: VPP licence revocations\n/);
    expect(bytes.toString("utf8")).toContain("`Token 1`");
  });

  await test.step("on paper, in place of the page", async () => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(page.getByRole("heading", { name: "Demo data: VPP licence revocations" })).toBeVisible();
    await expect(page.getByRole("main")).toBeHidden();
    await expect(page.getByRole("row")).toHaveCount(names.length + 1);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await expect(page.getByRole("main")).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  });
});

test("opens by keyboard, and axe finds nothing in it", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en`);
  const button = page.getByRole("button", { name: "Export", exact: true });
  await button.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Export" });
  await expect(panel).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(panel.getByRole("radio", { name: "Names, without Apple IDs" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("radio", { name: "Names and Apple IDs" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("writes an opened revocation for a ticket", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=ru&q=still%20is`);
  await revocationsTable(page)
    .getByRole("row", { name: /Expired, and still is/ })
    .getByRole("button")
    .click();
  await page.getByRole("button", { name: "Сводка для заявки" }).click();
  const { name, bytes } = await download(page, page.getByRole("button", { name: "Сохранить в файл" }));
  expect(name).toMatch(/^demo-vpp-revocation-.+\.md$/);
  const markdown = bytes.toString("utf8");
  expect(markdown).toMatch(/^# Демоданные: Отзыв лицензий VPP: `Expired, and still is`\n/);
  expect(markdown).toMatch(/last read, request-id: \S+/);
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
});

test("prints a linked revocation in place of the page", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en&q=still%20is`);
  await revocationsTable(page)
    .getByRole("row", { name: /Expired, and still is/ })
    .getByRole("button")
    .click();
  await expect(page.getByRole("complementary")).toBeVisible();
  const link = page.url();
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("button", { name: "Print, PDF" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.getByRole("heading", { name: /^Demo data: / })).toBeVisible();
  await expect(page.getByRole("heading", { name: /Expired, and still is/ })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("main")).toBeHidden();
});

test("explains its words, and axe finds nothing there", async ({ page, stack }) => {
  stack.app.deploy({ mode: "demo" });
  await page.goto(`${appOrigin}/?scenario=failures&lang=en`);
  await page.getByRole("button", { name: "Glossary" }).click();
  const glossary = page.getByRole("dialog", { name: "What the words mean" });
  await glossary.getByRole("searchbox").fill("push");
  await expect(glossary.getByRole("term")).toHaveText(["Push certificate expired"]);
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(glossary).toBeHidden();
});

async function shownNames(page: Page): Promise<readonly string[]> {
  const rows = revocationsTable(page).getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  return rows
    .getByRole("cell")
    .locator("xpath=self::*[@aria-colindex='1']")
    .getByRole("button")
    .allTextContents();
}

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  return page.getByRole("dialog", { name: "Export" });
}

async function download(page: Page, button: Locator) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
