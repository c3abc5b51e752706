import type { Frame } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal, withoutAccessTokens } from "../support/documentedPortal.ts";
import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, appsReadScope, entraPaths, portalOrigins, tenantId } from "../support/entra.ts";
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

test("signs in by the bridge of an app of Microsoft's around it", async ({ page, stack }) => {
  await page.exposeFunction("issueAccessToken", (claims: string | null) =>
    stack.identity.issue("ada", claims),
  );
  await page.addInitScript(offerBridge, { appOrigin, tenantId });
  stack.portals.serve({
    body: `<iframe id="revocations" src="${appOrigin}/embed.html"></iframe>`,
    script: "",
  });
  await page.goto(`${crossSite}/`);
  const frame = page.frameLocator("#revocations");
  await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
  await expect(frame.getByText("Ada Admin")).toBeVisible();
  expect(stack.identity.requests).toEqual([]);

  await test.step("also for the claims that Graph asks for", async () => {
    stack.graph.challengeEarlierTokens();
    await expect.poll(() => monitorFrame(page).evaluate(askedOfBridge)).toContain("claims");
    await expect(frame.getByText("Ada Admin")).toBeVisible();
  });
});

test("lets a person press where such an app asks for one", async ({ page, stack }) => {
  await page.exposeFunction("issueAccessToken", (claims: string | null) =>
    stack.identity.issue("ada", claims),
  );
  await page.addInitScript(offerBridge, { appOrigin, tenantId, needsPerson: true });
  stack.portals.serve({
    body: `<iframe id="revocations" src="${appOrigin}/embed.html"></iframe>`,
    script: "",
  });
  await page.goto(`${sameSite}/`);
  const frame = page.frameLocator("#revocations");
  await frame.getByRole("button", { name: "Sign in" }).click();
  await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
  expect(await monitorFrame(page).evaluate(askedOfBridge)).toContain("GetTokenPopup");

  await test.step("and shows nothing in a page that is not listed", async () => {
    stack.app.sendNoHeaders();
    await page.goto(`${stranger}/`);
    await expect(frame.getByRole("heading", { name: "Not shown inside this page" })).toBeVisible();
    expect(await monitorFrame(page).evaluate(askedOfBridge)).toEqual([]);
  });
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

test("believes no forged message, and says who does not answer", async ({ page, stack }) => {
  stack.portals.serve(forgery);
  await page.clock.install();
  await page.addInitScript(countMessages);
  await page.goto(`${crossSite}/`);
  const frame = page.frameLocator("#revocations");
  // Four forged by the portal's own script, one by a stranger's frame beside.
  await expect.poll(() => monitorFrame(page).evaluate(() => Reflect.get(window, "messagesHeard"))).toBe(5);
  await expect(frame.locator("#root")).toBeEmpty();
  await page.clock.runFor(10_000);
  await expect(
    frame.getByRole("heading", { name: "The page around this one does not answer" }),
  ).toBeVisible();
  expect(stack.graph.exchanges).toEqual([]);

  await page.evaluate(() => Reflect.get(window, "answer")());
  await expect(frame.getByRole("button", { name: "Sign in" })).toBeVisible();
});

test("gives a page that is not the dashboard's no access token", async ({ page, stack, guard }) => {
  guard.permit(/^foreign request: https:\/\/stranger\.example\//);
  const portal = await documentedPortal();
  const other = `<iframe id="beside" src="${stranger}/asks"></iframe>`;
  stack.portals.serve({ ...portal, body: `${other}${portal.body}` });
  await page.route(`${stranger}/asks`, (route) =>
    route.fulfill({ contentType: "text/html", body: `<script>${asksForAccessToken}</script>` }),
  );
  await page.addInitScript(countMessages);
  await page.goto(`${crossSite}/`);
  const frame = page.frameLocator("#revocations");
  await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
  const strangers = () => page.frames().filter((one) => one.url().startsWith(stranger));
  let asked = stack.portals.tokenRequests.length;
  const heardByPortal = () => page.evaluate<number>("messagesHeard");

  const shown = page.url();
  const refused = async (place: Frame | undefined) => {
    const before = await heardByPortal();
    await expect.poll(() => place?.evaluate("typeof ask")).toBe("function");
    await place?.evaluate("ask()");
    await expect.poll(heardByPortal).toBeGreaterThanOrEqual(before + 3);
    // What the portal's script answers, or asks its server for, comes before these.
    await page.evaluate(() => {
      for (const one of [0, 1]) window.frames[one]?.postMessage("last", "*");
    });
    await expect.poll(() => place?.evaluate("heard.at(-1)")).toBe("last");
    await page.evaluate(() => fetch("/access-token?scope=last"));
    asked += 1;
    expect(stack.portals.tokenRequests).toHaveLength(asked);
    expect(page.url()).toBe(shown);
    expect(await place?.evaluate("heard")).toEqual(["last"]);
  };
  const [beside] = strangers();
  await test.step("in a frame beside", () => refused(beside));
  await test.step("in the dashboard's own frame, led elsewhere", async () => {
    await page.locator("#revocations").evaluate((element, src) => {
      (element as HTMLIFrameElement).contentWindow?.location.replace(src);
    }, `${stranger}/asks`);
    await expect.poll(() => strangers().length).toBe(2);
    await refused(strangers().find((one) => one !== beside));
  });
});

/** What somebody says to a portal who knows the messages by heart. */
const asksForAccessToken = `
  var heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
  function ask() {
    const sealed = { source: "vpp-revocation-monitor", version: 1, conversation: "11111111-2222-4333-8444-555555555555" };
    parent.postMessage({ ...sealed, type: "hello" }, "*");
    parent.postMessage({ ...sealed, type: "getaccesstoken", request: 1, scopes: ["${appsReadScope}"] }, "*");
    parent.postMessage({ ...sealed, type: "viewchange", view: "?q=forged" }, "*");
  }`;

const forgery = {
  body: '<script type="module" src="portal.js"></script>',
  script: `
    const ready = { source: "vpp-revocation-monitor", version: 1, type: "ready", hasAccessTokens: false };
    const addFrame = (id, src) => {
      const frame = Object.assign(document.createElement("iframe"), { id, src });
      const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
      document.body.append(frame);
      return { frame, loaded };
    };
    if (location.origin === "${stranger}")
      addEventListener("message", ({ data }) => parent.frames[0].postMessage(data, "${appOrigin}"));
    else {
      const revocations = addFrame("revocations", "${appOrigin}/embed.html");
      const beside = addFrame("beside", "${stranger}/");
      const say = (message) => revocations.frame.contentWindow.postMessage(message, "${appOrigin}");
      const forge = async ({ data: { conversation } }) => {
        await beside.loaded;
        say({ ...ready, conversation, version: 2 });
        say({ ...ready, conversation: "an-earlier-load" });
        say({ ...ready, conversation, script: "alert(1)" });
        say(JSON.stringify({ ...ready, conversation }));
        beside.frame.contentWindow.postMessage({ ...ready, conversation }, "${stranger}");
        globalThis.answer = () => say({ ...ready, conversation });
      };
      addEventListener("message", forge, { once: true });
    }`,
};

/** What a host such as Teams puts into the frames of its apps, with the answers of its own sign-in. */
function offerBridge({ appOrigin: origin, tenantId: tenant, needsPerson = false }: BridgeOptions): void {
  if (location.origin !== origin) return;
  const asked: string[] = [];
  const listeners = new Set<(answer: string) => void>();
  const encode = (value: unknown) =>
    btoa(JSON.stringify(value)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const account = {
    ...{ homeAccountId: `ada.${tenant}`, localAccountId: "ada", tenantId: tenant, name: "Ada Admin" },
    ...{ environment: "login.microsoftonline.com", username: "ada@contoso.example" },
  };
  const idToken = () => {
    const iat = Math.floor(Date.now() / 1_000);
    const claims = {
      oid: "ada",
      sub: "ada",
      tid: tenant,
      name: "Ada Admin",
      preferred_username: account.username,
    };
    return [{ alg: "none" }, { ...claims, iat, exp: iat + 3_600 }, {}].map(encode).join(".");
  };
  const answer = async ({ method, tokenParams }: BridgeRequest) => {
    if (method === "GetInitContext") return { initContext: { sdkName: "bridge", sdkVersion: "1.0.0" } };
    if (needsPerson && method === "GetToken") return { error: { status: "USER_INTERACTION_REQUIRED" } };
    const issue = Reflect.get(window, "issueAccessToken") as (claims: string | null) => Promise<string>;
    const access_token = await issue(tokenParams?.claims ?? null);
    const scope = tokenParams?.scope ?? "";
    return { account, token: { access_token, id_token: idToken(), expires_in: 3_600, scope } };
  };
  const postMessage = async (text: string) => {
    const request: BridgeRequest & { readonly requestId: string } = JSON.parse(text);
    if (request.method !== "GetInitContext") asked.push(request.method);
    if (request.tokenParams?.claims?.includes("nbf")) asked.push("claims");
    const result = await answer(request);
    const said = { messageType: "NestedAppAuthResponse", requestId: request.requestId, ...result };
    for (const listener of listeners) listener(JSON.stringify({ ...said, success: !("error" in result) }));
  };
  Object.assign(window, {
    askedOfBridge: asked,
    nestedAppAuthBridge: {
      addEventListener: (_: string, listener: (answer: string) => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: (answer: string) => void) => listeners.delete(listener),
      postMessage,
    },
  });
}

interface BridgeOptions {
  readonly appOrigin: string;
  readonly tenantId: string;
  readonly needsPerson?: boolean;
}

interface BridgeRequest {
  readonly method: string;
  readonly tokenParams?: { readonly scope: string; readonly claims?: string };
}

function askedOfBridge(): readonly string[] {
  return Reflect.get(window, "askedOfBridge");
}

function countMessages(): void {
  Reflect.set(window, "messagesHeard", 0);
  window.addEventListener("message", () => {
    Reflect.set(window, "messagesHeard", Reflect.get(window, "messagesHeard") + 1);
  });
}
