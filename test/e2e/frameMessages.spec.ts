import type { Frame } from "@playwright/test";
import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal } from "../support/documentedPortal.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, appsReadScope, portalOrigins } from "../support/entra.ts";
import { monitorFrame } from "../support/monitorFrame.ts";

const { sameSite, crossSite, stranger } = portalOrigins;

test.beforeEach(({ stack, guard }) => {
  stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [sameSite, crossSite] } });
  guard.permit(/^foreign request: https:\/\/(portal\.(contoso|fabrikam)|stranger)\.example\//);
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

test("gives a page that is not the dashboard's no access token", async ({ page, stack }) => {
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

function countMessages(): void {
  Reflect.set(window, "messagesHeard", 0);
  window.addEventListener("message", () => {
    Reflect.set(window, "messagesHeard", Reflect.get(window, "messagesHeard") + 1);
  });
}
