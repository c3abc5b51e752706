import type { Page } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, entraPaths, graphOrigin, loginOrigin } from "../support/entra.ts";

const json = "application/json";
const wrongFiles = [
  ["is missing", null, "The file config.json is missing", "config.json"],
  [
    "is a web page",
    { body: "<!doctype html><title>Sign in</title>", contentType: "text/html" },
    "The server sent a web page instead of config.json",
    "index.html",
  ],
  ["is empty", { body: "", contentType: json }, "The file config.json is empty", "example"],
  ["is cut off", { body: '{"mode":', contentType: json }, "config.json is not valid JSON", "line 1"],
  [
    "has a wrong type",
    { body: JSON.stringify({ ...tenantConfig, poll: { activeSeconds: "often" } }), contentType: json },
    "One setting in config.json cannot be used",
    "poll.activeSeconds",
  ],
  [
    "names an unknown cloud",
    { body: JSON.stringify({ ...tenantConfig, cloud: "mars" }), contentType: json },
    "One setting in config.json cannot be used",
    "usGovDod",
  ],
  [
    "names no tenant",
    { body: JSON.stringify({ mode: "tenant", clientId: tenantConfig.clientId }), contentType: json },
    "One setting in config.json cannot be used",
    "tenantId",
  ],
] as const;

for (const [what, served, title, words] of wrongFiles) {
  test(`explains a config.json that ${what}`, async ({ page, stack }) => {
    stack.app.serveConfig(served);
    await page.goto(`${appOrigin}/`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(words);
    expect(await axe(page)).toEqual([]);
    expect(stack.graph.exchanges).toEqual([]);
    await expect(revocationsTable(page)).toBeHidden();
  });
}

test("begins once", async ({ page, stack }) => {
  await page.goto(`${appOrigin}/`);
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  expect(stack.app.paths.filter((path) => path === "config.json")).toEqual(["config.json"]);
});

test("reads a corrected config.json without a reload", async ({ page, stack }) => {
  stack.app.serveConfig(null);
  await page.goto(`${appOrigin}/`);
  const retry = page.getByRole("button", { name: "Try again" });
  await expect(retry).toBeVisible();
  stack.app.deploy(tenantConfig);
  await retry.click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("does not load the emulator for a tenant", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(stack.app.paths.join(" ")).toContain("connectTenant");
  expect(stack.app.paths.join(" ")).not.toMatch(/connectDemo|emulat/);
  await expect(page.getByText("Demo data")).toBeHidden();
  await expect(page).not.toHaveURL(/scenario/);
});

test("ignores the scenario of a link for a tenant", async ({ page, signIn }) => {
  await signIn(page, { path: "/?scenario=empty" });
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
});

test("refuses to be framed by anybody", async ({ page, guard }) => {
  await frameApp(page);
  const refusal = expect.stringContaining("frame-ancestors 'none'");
  await expect.poll(() => guard.findings([])).toEqual([refusal]);
  guard.permit(/frame-ancestors 'none'/);
});

test("shows nothing in a frame where a host sends no headers", async ({ page, stack }) => {
  stack.app.sendNoHeaders();
  await frameApp(page);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Not shown inside another page" })).toBeVisible();
  await expect(frame.getByRole("link", { name: "Open in a new tab" })).toBeVisible();
  expect(stack.app.paths).not.toContain("config.json");
});

/** The app inside a page of another origin. */
async function frameApp(page: Page): Promise<void> {
  await page.goto(loginOrigin + entraPaths.openIdConfiguration);
  await page.evaluate(async (url) => {
    const frame = document.createElement("iframe");
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    frame.src = url;
    document.body.append(frame);
    await loaded;
  }, `${appOrigin}/index.html`);
}

test("serves each page with its own policy", async ({ page }) => {
  const policies = await page.goto(`${appOrigin}/`).then(async () =>
    page.evaluate(async () => {
      const policyOf = async (path: string) =>
        (await fetch(path)).headers.get("content-security-policy") ?? "";
      return { index: await policyOf("/index.html"), redirect: await policyOf("/redirect.html") };
    }),
  );
  expect(policies.index).toContain(`connect-src 'self' ${loginOrigin} ${graphOrigin};`);
  expect(policies.index).toContain("frame-ancestors 'none'");
  expect(policies.redirect).toContain("frame-ancestors 'self'");
});
