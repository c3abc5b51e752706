import { tenantConfig } from "../support/appServer.ts";
import { documentedPortal, withoutAccessTokens } from "../support/documentedPortal.ts";
import { expect, revocationsTable } from "../support/e2e.ts";
import { appOrigin, entraPaths, loginOrigin, portalOrigins } from "../support/entra.ts";
import { monitorFrame, signInByWindow } from "../support/monitorFrame.ts";
import { cookiesFor, test } from "../support/personalBrowser.ts";

const { sameSite, crossSite } = portalOrigins;

test.beforeEach(({ stack, guard }) => {
  stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [sameSite, crossSite] } });
  guard.permit(/^foreign request: https:\/\/portal\.(contoso|fabrikam)\.example\//);
});

test.describe("a browser that lets Microsoft's page in a frame see who is signed in", () => {
  test.use({ preferences: cookiesFor(loginOrigin, "allowed") });

  for (const [site, origin] of [
    ["its own site", sameSite],
    ["another site", crossSite],
  ] as const)
    test(`signs in by itself in a frame of ${site}`, async ({ page, context, stack, signIn }) => {
      const tab = await context.newPage();
      await signIn(tab);
      await expect(revocationsTable(tab).getByRole("row").nth(1)).toBeVisible();
      await tab.close();
      const before = stack.identity.requests.length;
      stack.portals.serve(await documentedPortal(withoutAccessTokens));
      let windows = 0;
      context.on("page", () => windows++);

      await page.goto(`${origin}/`);
      const frame = page.frameLocator("#revocations");
      await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
      await expect(frame.getByText("Ada Admin")).toBeVisible();
      const [asked, ...further] = stack.identity.requests.slice(before);
      expect(asked).toMatchObject({
        path: entraPaths.authorize,
        isFramed: true,
        parameters: { prompt: "none" },
      });
      expect(further).toMatchObject([{ path: entraPaths.token }]);
      expect(windows).toBe(0);
      await expect(page.locator("#news")).toBeEmpty();
      expect(stack.portals.tokenRequests).toEqual([]);
    });
});

test.describe("a browser that lets it see nothing there", () => {
  test.use({ preferences: cookiesFor(loginOrigin, "blocked", sameSite) });

  test("is offered a sign-in by a person", async ({ page, context, stack, signIn }) => {
    const tab = await context.newPage();
    await signIn(tab);
    stack.portals.serve(await documentedPortal(withoutAccessTokens));
    await page.goto(`${sameSite}/`);
    await expect(page.frameLocator("#revocations").getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(page.locator("#news")).toHaveText("signinrequired");
    expect(stack.identity.requests.filter(({ isFramed }) => isFramed)).toMatchObject([
      { path: entraPaths.authorize, parameters: { prompt: "none" } },
    ]);
  });
});

test.describe("a browser that allows the frame no storage", () => {
  test.use({ preferences: cookiesFor(appOrigin, "blocked", crossSite) });

  test("shows data by the portal's access token, and says what is not kept", async ({ page, stack }) => {
    stack.portals.serve(
      await documentedPortal((script) => script.replace(/^.*getAccessToken:.*$/m, '$&\nhistoryKey: "ada",')),
    );
    await page.goto(`${crossSite}/`);
    const frame = page.frameLocator("#revocations");
    await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
    expect(await monitorFrame(page).evaluate(refusedStorage)).toEqual([
      "sessionStorage",
      "localStorage",
      "indexedDB",
    ]);
    await frame.getByRole("button", { name: "History: not stored" }).click();
    await expect(
      frame.getByText(/is kept only while this page is open.+ does not allow storage/),
    ).toBeVisible();

    const exchanges = stack.graph.exchanges.length;
    await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(exchanges);
    await frame.getByRole("searchbox").fill("campus");
    await expect(page).toHaveURL(`${crossSite}/#q=campus`);
  });

  test("keeps a sign-in of its own for as long as the page, and says so", async ({ page, stack }) => {
    stack.portals.serve(await documentedPortal(withoutAccessTokens));
    await page.goto(`${crossSite}/`);
    const frame = page.frameLocator("#revocations");
    const signIn = frame.getByRole("button", { name: "Sign in" });
    await expect(signIn).toBeVisible();
    await expect(frame.getByText(/this sign-in ends with the page/)).toBeVisible();
    await signInByWindow(signIn);
    await expect(revocationsTable(frame).getByRole("row").nth(1)).toBeVisible();
    await page.reload();
    await expect(signIn).toBeVisible();
  });
});

/** Names of what cannot be used to keep anything. */
async function refusedStorage(): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const name of ["sessionStorage", "localStorage"] as const) {
    try {
      window[name].getItem("");
    } catch {
      refused.push(name);
    }
  }
  const isOpened = await new Promise((resolve) => {
    const request = indexedDB.open("probe");
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
  });
  return isOpened ? refused : [...refused, "indexedDB"];
}
