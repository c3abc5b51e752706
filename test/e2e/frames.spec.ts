import { readFileSync } from "node:fs";
import type { Frame, Page } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal, withoutAccessTokens } from "../support/documentedPortal.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, graphOrigin, portalOrigins } from "../support/entra.ts";
import { monitorFrame, signInByWindow } from "../support/monitorFrame.ts";

const { sameSite, crossSite } = portalOrigins;

test.beforeEach(({ stack, guard }) => {
  stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [sameSite, crossSite] } });
  guard.permit(/^foreign request: https:\/\/portal\.(contoso|fabrikam)\.example\//);
});

test("reads once for all frames of a portal that are the same person's", async ({ page, context, stack }) => {
  stack.portals.serve(await documentedPortal(remembering("ada")));
  await page.goto(`${crossSite}/`);
  await expect(rows(page).nth(1)).toBeVisible();
  const second = await context.newPage();
  await second.goto(`${crossSite}/`);
  await expect(rows(second).nth(1)).toBeVisible();
  const [asked, askedBySecond] = [graphRequests(page), graphRequests(second)];
  await expect.poll(() => asked.length + askedBySecond.length, { timeout: 30_000 }).toBeGreaterThan(3);
  expect([asked, askedBySecond].filter((urls) => urls.length > 0)).toHaveLength(1);

  await test.step("and leaves the reading to another when a portal takes its frame out", async () => {
    const [leader, follower] = asked.length > 0 ? [page, askedBySecond] : [second, asked];
    await leader.locator("#revocations").evaluate((frame) => frame.remove());
    await expect.poll(() => follower.length, { timeout: 30_000 }).toBeGreaterThan(0);
  });
});

test("keeps two frames of one page apart that are of two people", async ({ page, stack }) => {
  const both = await documentedPortal((script) => `${remembering("ada")(script)}\n${connectsOther}`);
  const frame = /<iframe.*?<\/iframe>/s.exec(both.body)?.[0] ?? "";
  const other = frame.replace('id="revocations"', 'id="other"');
  stack.portals.serve({ ...both, body: both.body.replace(frame, `${other}${frame}`) });
  await page.goto(`${crossSite}/`);
  for (const id of ["revocations", "other"])
    await expect(
      revocationsTable(page.frameLocator(`#${id}`))
        .getByRole("row")
        .nth(1),
    ).toBeVisible();
  await page.frameLocator("#revocations").getByRole("searchbox").fill("nothing has this name");
  await expect(page.frameLocator("#other").getByRole("searchbox")).toHaveValue("");
  await expect(revocationsTable(page.frameLocator("#other")).getByRole("row").nth(1)).toBeVisible();
  await expect.poll(() => histories(monitorFrame(page))).toHaveLength(2);
  expect(await monitorFrame(page).evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(2);
});

test("begins a history of its own in each portal", async ({ page, context, stack }) => {
  stack.portals.serve(await documentedPortal(remembering("ada")));
  await page.goto(`${crossSite}/`);
  await expect(rows(page).nth(1)).toBeVisible();
  await expect.poll(() => histories(monitorFrame(page))).toHaveLength(1);
  const tab = await context.newPage();
  await tab.goto(appOrigin);
  await expect(tab.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(await histories(tab)).toEqual([]);
});

for (const [how, change] of [
  ["by the portal's access token", (script: string) => script],
  ["by a window of its own", withoutAccessTokens],
] as const)
  test(`works in a frame with the sandbox of the documentation ${how}`, async ({ page, stack }) => {
    const portal = await documentedPortal(change);
    const body = portal.body.replace("<iframe", `<iframe sandbox="${documentedSandbox()}"`);
    stack.portals.serve({ ...portal, body });
    await page.goto(`${crossSite}/`);
    const frame = page.frameLocator("#revocations");
    if (change === withoutAccessTokens) await signInByWindow(frame.getByRole("button", { name: "Sign in" }));
    await expect(rows(page).nth(1)).toBeVisible();
    await frame.getByRole("button", { name: /^Export/ }).click();
    const saved = page.waitForEvent("download");
    await frame.getByRole("button", { name: "CSV" }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
    const printed = monitorFrame(page).evaluate(
      () => new Promise((resolve) => addEventListener("beforeprint", () => resolve("printed"))),
    );
    await frame.getByRole("button", { name: /^Print/ }).click();
    expect(await printed).toBe("printed");
  });

/** The change that names the person to the frame, so that what was seen is remembered. */
function remembering(person: string): (script: string) => string {
  return (script) => script.replace(/^.*getAccessToken:.*$/m, `$&\nhistoryKey: "${person}",`);
}

const connectsOther = `connectRevocationMonitor(document.getElementById("other"), {
  getAccessToken: ({ scopes, claims }) => acquireAccessToken(scopes, claims),
  historyKey: "bob",
});`;

function rows(page: Page) {
  return revocationsTable(page.frameLocator("#revocations")).getByRole("row");
}

/** Everything that a portal's page asks Graph from now on, its frames included. */
function graphRequests(page: Page): readonly string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(graphOrigin)) urls.push(request.url());
  });
  return urls;
}

function histories(page: Page | Frame): Promise<readonly (string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

function documentedSandbox(): string {
  const [, tokens] = /`(allow-scripts [^`]*)`/.exec(readFileSync("docs/iframe.md", "utf8")) ?? [];
  if (tokens === undefined) throw new Error("docs/iframe.md names no sandbox");
  return tokens;
}
