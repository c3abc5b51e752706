import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal, withoutAccessTokens } from "../support/documentedPortal.ts";
import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, appsReadScope, entraPaths, portalOrigins } from "../support/entra.ts";
import { loadedScripts, markFirstRows, scriptBytes } from "../support/loadedScripts.ts";
import { monitorFrame, signInByWindow } from "../support/monitorFrame.ts";

const { sameSite, crossSite, stranger } = portalOrigins;
const firstRowBytes = 230_000;

test.beforeEach(({ stack, guard }) => {
  stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [sameSite, crossSite] } });
  guard.permit(/^foreign request: https:\/\/(portal\.(contoso|fabrikam)|stranger)\.example\//);
});

test("shows the tenant in another site's portal by its access token", async ({ page, stack }) => {
  stack.portals.serve(await documentedPortal((script) => `${script}\nglobalThis.monitor = monitor;`));
  await markFirstRows(page);
  await page.goto(`${crossSite}/#q=north`);
  const frame = page.frameLocator("#revocations");
  await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
  await expect(frame.getByRole("searchbox")).toHaveValue("north");
  expect(await scriptBytes(monitorFrame(page), stack.folder)).toBeLessThan(firstRowBytes);
  expect((await loadedScripts(monitorFrame(page))).join(" ")).not.toMatch(/msal|connectDemo/);

  await test.step("as the portal likes it", async () => {
    const name = frame.getByRole("heading", { level: 1 });
    await expect(name).toHaveCSS("color", "rgb(36, 36, 36)");
    await page.getByLabel("Dark").check();
    await expect(name).toHaveCSS("color", "rgb(255, 255, 255)");
    await page.evaluate(() => Reflect.get(window, "monitor").update({ locale: "ru" }));
    await expect(name).toHaveText("Монитор отзыва лицензий VPP");
    await page.evaluate(() => Reflect.get(window, "monitor").update({ locale: "en", view: "" }));
    await expect(frame.getByRole("searchbox", { name: "Search" })).toHaveValue("");
    for (const choice of ["Language", "Theme"]) await expect(frame.getByLabel(choice)).toHaveCount(0);
    expect(await axe(page)).toEqual([]);
  });

  await test.step("signed in by the portal alone", async () => {
    expect(stack.portals.tokenRequests[0]).toEqual({ scope: appsReadScope, claims: null });
    const claims = stack.graph.challengeEarlierTokens();
    await expect.poll(() => stack.portals.tokenRequests.at(-1)?.claims).toBe(claims);
    expect(stack.identity.requests).toEqual([]);
    expect(stack.graph.exchanges.filter(({ accessToken }) => !accessToken?.startsWith("portal."))).toEqual(
      [],
    );
    await expect(frame.getByRole("button", { name: "Sign out" })).toHaveCount(0);
  });

  await test.step("as high as it needs, and in the portal's address by the portal's script", async () => {
    await expect(page.locator("#revocations")).toHaveAttribute("height", /^\d{3,4}$/);
    const heights = () =>
      monitorFrame(page).evaluate(() => [innerHeight, document.documentElement.scrollHeight]);
    await expect.poll(async () => new Set(await heights()).size).toBe(1);
    const [height = 0] = await heights();
    expect(height).toBeLessThan(4_000);
    await frame.getByRole("searchbox").fill("nothing has this name");
    await expect.poll(async () => (await heights())[0]).toBeLessThan(height);
    await expect.poll(async () => new Set(await heights()).size).toBe(1);
    await frame.getByRole("searchbox").fill("campus");
    await expect(page).toHaveURL(`${crossSite}/#q=campus`);
    const portal = await page.evaluate(() => [document.title, history.length, localStorage.length]);
    expect(portal).toEqual(["Portal", 2, 0]);
  });

  await test.step("keeping nothing of an account that nobody names", async () => {
    await frame.getByRole("button", { name: "History" }).click();
    await expect(frame.getByText(/does not say whose data these are/)).toBeVisible();
    expect(await monitorFrame(page).evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
});

test("opens alone what a portal's link names, and asks again a portal that refused", async ({
  page,
  stack,
}) => {
  stack.portals.serve(await documentedPortal());
  stack.portals.setSignedIn(false);
  await page.goto(`${sameSite}/`);
  const frame = page.frameLocator("#revocations");
  const refused = frame.getByRole("group", { name: "The page around this one gave no access" });
  await expect(refused).toBeVisible();
  await expect(page.locator("#news")).toHaveText("signinrequired");
  stack.portals.setSignedIn(true);
  await refused.getByRole("button", { name: "Try again" }).click();
  await revocationsTable(frame).getByRole("row").nth(1).getByRole("button").first().click();
  await expect(page).toHaveURL(/#action=/);

  await page.reload();
  const inPortal = page.getByLabel("Dark");
  await inPortal.focus();
  await expect(frame.getByRole("article")).toBeVisible();
  await expect(inPortal).toBeFocused();
  await expect(revocationsTable(frame)).toHaveCount(0);
});

for (const [site, origin] of [
  ["its own site", sameSite],
  ["another site", crossSite],
] as const)
  test(`signs in by a window of its own in a frame of ${site}`, async ({ page, stack }) => {
    stack.portals.serve(await documentedPortal(withoutAccessTokens));
    await page.goto(`${origin}/`);
    const frame = page.frameLocator("#revocations");
    const signIn = frame.getByRole("button", { name: "Sign in" });
    const inPortal = page.getByLabel("Dark");
    await inPortal.focus();
    await expect(signIn).toBeVisible();
    await expect(inPortal).toBeFocused();
    await expect(page.locator("#news")).toHaveText("signinrequired");
    const silent = stack.identity.requests.filter(({ path }) => path === entraPaths.authorize);
    expect(silent).toMatchObject([{ isFramed: true, parameters: { prompt: "none" } }]);

    await signInByWindow(signIn);
    await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
    await expect(frame.getByText("Ada Admin")).toBeVisible();

    await markFirstRows(page);
    await page.reload();
    await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
    expect(await scriptBytes(monitorFrame(page), stack.folder)).toBeLessThan(firstRowBytes);
  });

test("notices a sign-in window that is closed", async ({ page, context, stack }) => {
  stack.portals.serve(await documentedPortal(withoutAccessTokens));
  await page.goto(`${crossSite}/`);
  const frame = page.frameLocator("#revocations");
  const signIn = frame.getByRole("button", { name: "Sign in" });
  const [relay] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
  await expect(relay.getByRole("button", { name: "Continue to Microsoft’s sign-in" })).toBeFocused();
  await relay.close();
  await expect(frame.getByRole("heading", { name: "The sign-in was cancelled" })).toBeVisible();
  await expect(frame.getByRole("button", { name: "Sign in again" })).toBeEnabled();
});

test("is framed by listed pages alone", async ({ page, stack, guard }) => {
  stack.portals.serve(await documentedPortal());
  await page.goto(`${stranger}/`);
  const refusal = expect.stringContaining(`frame-ancestors ${sameSite} ${crossSite}`);
  await expect.poll(() => guard.findings([])).toEqual([refusal]);
  guard.permit(/frame-ancestors/);

  stack.app.sendNoHeaders();
  await page.reload();
  const frame = page.frameLocator("#revocations");
  await expect(frame.getByRole("heading", { name: "Not shown inside this page" })).toBeVisible();
  expect(stack.portals.tokenRequests).toEqual([]);
  await page.goto(`${appOrigin}/embed.html`);
  await expect(page.getByRole("heading", { name: "This page is for a frame" })).toBeVisible();
  expect(stack.graph.exchanges).toEqual([]);
});
