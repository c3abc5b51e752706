import { tenantConfig } from "../support/appServer.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, portalOrigins, tenantId } from "../support/entra.ts";
import { monitorFrame } from "../support/monitorFrame.ts";

const { sameSite, crossSite, stranger } = portalOrigins;

test.beforeEach(({ stack, guard }) => {
  stack.app.deploy({ ...tenantConfig, embed: { allowedOrigins: [sameSite, crossSite] } });
  guard.permit(/^foreign request: https:\/\/(portal\.(contoso|fabrikam)|stranger)\.example\//);
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
