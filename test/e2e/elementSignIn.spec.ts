import { countWhatIsLeft, whatIsLeft } from "../portal/leftBehind.ts";
import { expect, firstRow, test } from "../portal/portalTest.ts";
import { touchable } from "../portal/touchable.ts";
import { axe } from "../support/e2e.ts";

test.describe("the custom element's own sign-in", () => {
  test.beforeEach(({ guard }) => guard.permit(/^foreign request: https:\/\/login\.microsoftonline\.com\//));

  test("is a window of its own, as the README has it, and touches nothing of the portal", async ({
    page,
    context,
    portals,
  }) => {
    await page.goto("/own-sign-in");
    const { session: _, databases: __, ...before } = await touchable(page);
    const signIn = page.getByRole("button", { name: "Sign in" });
    await expect(signIn).toBeVisible();
    const [login] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
    await login.getByLabel("Username").fill("ada");
    const closed = login.waitForEvent("close");
    await login.getByRole("button", { name: "Next" }).click();
    await closed;
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByText("Ada Admin")).toBeVisible();
    const { session, databases, ...after } = await touchable(page);
    expect(after).toEqual(before);
    const foreign = [...session, ...databases].filter(
      (name) => !/^(msal|vpp-revocation-monitor)\b/.test(name ?? ""),
    );
    expect(foreign).toEqual([]);
    expect(portals.tokenRequests).toEqual([]);

    await page.reload();
    await expect(firstRow(page)).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    expect(await axe(page)).toEqual([]);
  });

  test("says that its window was closed, and opens another", async ({ page, context, portals }) => {
    await page.goto("/own-sign-in");
    const signIn = page.getByRole("button", { name: "Sign in" });
    await expect(signIn).toBeVisible();
    const [login] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
    await login.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("heading", { name: "The sign-in was cancelled" })).toBeVisible();
    const again = page.getByRole("button", { name: "Sign in again" });
    const [next] = await Promise.all([context.waitForEvent("page"), again.click()]);
    await expect(next.getByLabel("Username")).toBeVisible();
    expect(portals.identity.tokenRequests("authorization_code")).toEqual([]);
  });

  test("says that the browser blocked its window, and opens it once it may", async ({
    page,
    context,
    portals,
  }) => {
    await page.addInitScript(() => {
      const open = window.open.bind(window);
      window.open = () => null;
      Reflect.set(window, "allowWindows", () => Reflect.set(window, "open", open));
    });
    await page.goto("/own-sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "The browser blocked the sign-in window" })).toBeVisible();
    await expect(page.getByText("Allow pop-ups for this site")).toBeVisible();
    expect(await axe(page)).toEqual([]);
    expect(context.pages()).toEqual([page]);
    expect(portals.identity.tokenRequests("authorization_code")).toEqual([]);
    await page.evaluate(() => Reflect.get(window, "allowWindows")());
    const again = page.getByRole("button", { name: "Sign in again" });
    const [login] = await Promise.all([context.waitForEvent("page"), again.click()]);
    await login.getByLabel("Username").fill("ada");
    await login.getByRole("button", { name: "Next" }).click();
    await expect(firstRow(page)).toBeVisible();
    await expect(page.getByText("The browser blocked the sign-in window")).toHaveCount(0);
  });

  test("opens another window for who closed the first unseen", async ({ page, context }) => {
    await page.goto("/own-sign-in");
    const signIn = page.getByRole("button", { name: "Sign in" });
    await expect(signIn).toBeVisible();
    const [login] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
    await expect(login.getByLabel("Username")).toBeVisible();
    await login.close();
    await page.bringToFront();
    // A page of a test never loses the focus, so it is not given back either.
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(signIn).toBeEnabled();
    const [next] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
    await next.getByLabel("Username").fill("ada");
    await next.getByRole("button", { name: "Next" }).click();
    await expect(firstRow(page)).toBeVisible();
  });

  test("waits for a person who takes minutes", async ({ page, context }) => {
    await page.clock.install();
    await page.goto("/own-sign-in");
    const signIn = page.getByRole("button", { name: "Sign in" });
    await expect(signIn).toBeVisible();
    const [login] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
    await login.getByLabel("Username").fill("ada");
    await page.clock.fastForward("08:00");
    expect(login.isClosed()).toBe(false);
    await login.getByRole("button", { name: "Next" }).click();
    await expect(firstRow(page)).toBeVisible();
  });

  test("leaves nothing when it is taken out", async ({ page }) => {
    await countWhatIsLeft(page);
    await page.goto("/own-sign-in");
    const signIn = page.getByRole("button", { name: "Sign in" });
    const takeOut = () => page.locator("vpp-revocation-monitor").evaluate((element) => element.remove());
    await expect(signIn).toBeVisible();
    await page.evaluate(() => {
      const again = document.querySelector("vpp-revocation-monitor")?.cloneNode(true);
      Reflect.set(window, "putBack", () => again && document.body.append(again));
    });
    await takeOut();
    // MSAL warms up a connection for ten seconds, by a link in the head.
    const left = async () => ({ ...(await whatIsLeft(page)), timers: null, head: null });
    const before = await left();
    await page.evaluate(() => Reflect.get(window, "putBack")());
    await expect(signIn).toBeVisible();
    await takeOut();
    await expect.poll(left).toEqual(before);
  });

  for (const [when, presses] of [
    ["while its window is open", 1],
    ["after its first window was closed unseen", 2],
  ] as const)
    test(`closes its window, and waits for nobody, when it is taken out ${when}`, async ({
      page,
      context,
      portals,
    }) => {
      await countWhatIsLeft(page);
      await page.goto("/own-sign-in");
      const signIn = page.getByRole("button", { name: "Sign in" });
      await expect(signIn).toBeVisible();
      const openWindow = async () => {
        const [login] = await Promise.all([context.waitForEvent("page"), signIn.click()]);
        await expect(login.getByLabel("Username")).toBeVisible();
        return login;
      };
      let login = await openWindow();
      if (presses === 2) {
        await login.close();
        await page.bringToFront();
        await page.evaluate(() => window.dispatchEvent(new Event("focus")));
        await expect(signIn).toBeEnabled();
        login = await openWindow();
      }
      const closed = login.waitForEvent("close");
      await page.locator("vpp-revocation-monitor").evaluate((element) => element.remove());
      await closed;
      await expect.poll(() => whatIsLeft(page), { timeout: 30_000 }).toMatchObject(nothingWaits);
      expect(portals.identity.tokenRequests("authorization_code")).toEqual([]);
    });

  test("opens nothing when it is taken out right after the press", async ({ page, context, portals }) => {
    await countWhatIsLeft(page);
    await page.goto("/own-sign-in");
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await page.locator("vpp-revocation-monitor").evaluate((element) => {
      const buttons = [...(element.shadowRoot?.querySelectorAll("button") ?? [])];
      const signIn = buttons.find(({ textContent }) => textContent === "Sign in");
      if (signIn === undefined) throw new Error("there is no button to sign in");
      signIn.click();
      element.remove();
    });
    await expect.poll(() => whatIsLeft(page), { timeout: 30_000 }).toMatchObject(nothingWaits);
    await expect.poll(() => context.pages().length).toBe(1);
    expect(portals.identity.tokenRequests("authorization_code")).toEqual([]);
  });

  test("names what it lacks, and asks nobody for anything", async ({ page, portals }) => {
    await page.goto("/own-sign-in-later");
    await page.evaluate(async () => {
      await import("/vpp-revocation-monitor/index.js" as string);
      const element = document.createElement("vpp-revocation-monitor");
      element.setAttribute("client-id", "contoso");
      element.setAttribute("redirect-uri", "https://elsewhere.example/redirect.html");
      document.body.append(element);
    });
    await expect(page.getByRole("alert")).toContainText("client-id, tenant-id, redirect-uri");
    expect(portals.identity.requests).toEqual([]);
    await page.locator("vpp-revocation-monitor").evaluate((element) => {
      element.setAttribute("client-id", "99999999-8888-4777-8666-555555555555");
      element.setAttribute("tenant-id", "11111111-2222-4333-8444-555555555555");
      element.setAttribute("redirect-uri", "/sign-in/redirect.html");
    });
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  });
});

/** But for the one channel that MSAL keeps for its events. */
const nothingWaits = { timers: 0, channels: 1, locks: 0, workers: 0 };
