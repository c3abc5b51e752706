import { expect, test } from "../support/e2e.ts";
import {
  appOrigin,
  appsReadScope,
  clientId,
  entraPaths,
  graphOrigin,
  loginOrigin,
  redirectUri,
} from "../support/entra.ts";

const vppTokensUrl = `${graphOrigin}/beta/deviceAppManagement/vppTokens`;

test.describe("the emulated surroundings", () => {
  test.beforeEach(async ({ page, stack }) => {
    stack.app.serveConfig(null);
    await page.goto(`${appOrigin}/`);
  });

  test("publish Entra's metadata to any origin", async ({ page }) => {
    const metadata = await page.evaluate(fetchJson, loginOrigin + entraPaths.openIdConfiguration);
    expect(metadata).toMatchObject({
      token_endpoint: loginOrigin + entraPaths.token,
      msgraph_host: "graph.microsoft.com",
    });
    const discovery = await page.evaluate(fetchJson, loginOrigin + entraPaths.instanceDiscovery);
    expect(discovery).toMatchObject({ "api-version": "1.1" });
  });

  test("refuse a wrong code so that the app can read it", async ({ page }) => {
    const answer = await page.evaluate(postForm, [
      loginOrigin + entraPaths.token,
      `grant_type=authorization_code&code=wrong&code_verifier=${"v".repeat(43)}&client_id=${clientId}&redirect_uri=${redirectUri}`,
    ] as const);
    expect(answer).toMatchObject({ status: 400, error: "invalid_grant" });
  });

  test("expose Graph's ids but not its waits", async ({ page, stack }) => {
    stack.graph.fail((_request, _readNumber, { error }) =>
      error({ status: 429, code: "TooManyRequests", message: "wait", headers: { "Retry-After": "7" } }),
    );
    const answer = await page.evaluate(async (url) => {
      const response = await fetch(url, { headers: { authorization: "Bearer x" } });
      return {
        status: response.status,
        requestId: response.headers.get("request-id"),
        wait: response.headers.get("retry-after"),
      };
    }, vppTokensUrl);
    expect(answer).toEqual({ status: 429, requestId: expect.stringMatching(/^[\da-f-]{36}$/), wait: null });
    expect(stack.graph.preflights).toHaveLength(1);
  });

  test("refuse access tokens that were never issued", async ({ page, stack }) => {
    const answer = await page.evaluate(
      async (url) => (await fetch(url, { headers: { authorization: "Bearer made-up" } })).status,
      vppTokensUrl,
    );
    expect(answer).toBe(401);
    expect(stack.graph.exchanges).toMatchObject([{ status: 401, accessToken: "made-up" }]);
  });

  test("send the browser back with Entra's refusal", async ({ page, stack }) => {
    stack.identity.controls.interactiveFailure = {
      error: "access_denied",
      description: "AADSTS65004: declined.",
    };
    const refusal = page.waitForResponse((response) => response.url() === authorizeUrl());
    await page.goto(authorizeUrl());
    const back = new URL((await (await refusal).headerValue("location")) ?? "");
    const answer = new URLSearchParams(back.hash.slice(1));
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(answer.get("error")).toBe("access_denied");
    expect(answer.get("error_description")).toContain("AADSTS65004");
    expect(answer.get("state")).toBe("s");
  });
});

test.describe("the guard of every test", () => {
  test.beforeEach(async ({ page, stack }) => {
    stack.app.serveConfig(null);
    await page.goto(`${appOrigin}/`);
  });

  test("finds a request to another place", async ({ page, guard }) => {
    await page.goto("https://telemetry.example/collect").catch(() => null);
    expect(guard.findings([])).toEqual(["foreign request: https://telemetry.example/collect"]);
    guard.permit(/^foreign request: https:\/\/telemetry\.example/);
  });

  test("finds what the security policy stops", async ({ page, guard }) => {
    await page.evaluate(() => fetch("https://telemetry.example/").catch(() => null));
    await expect
      .poll(() => guard.findings([]))
      .toContainEqual(expect.stringContaining("policy: connect-src"));
    guard.permit(/telemetry\.example/);
  });

  test("finds script that is built from text", async ({ page, guard }) => {
    await page.evaluate(() => {
      try {
        document.body.innerHTML = "<p>made of text</p>";
      } catch {}
    });
    await expect
      .poll(() => guard.findings([]))
      .toContainEqual(expect.stringContaining("require-trusted-types-for"));
    guard.permit(/TrustedHTML|trusted-types/);
  });

  test("finds an uncaught error", async ({ page, guard }) => {
    await page.evaluate(() => void setTimeout(() => JSON.parse("{"), 0));
    await expect.poll(() => guard.findings([])).toEqual([expect.stringContaining("uncaught: SyntaxError")]);
    guard.permit(/^uncaught: SyntaxError/);
  });

  test("finds a token in an address or in the console", async ({ page, guard }) => {
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noConsole: the console is what is tested.
      console.info("got sesame-1");
      return fetch("/?token=sesame-2");
    });
    await page.goto(`${appOrigin}/#token=sesame-3`);
    await expect.poll(() => guard.findings(["sesame-1", "sesame-2", "sesame-3"])).toHaveLength(3);
  });
});

async function fetchJson(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}

async function postForm([url, body]: readonly [string, string]): Promise<unknown> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(url, { method: "POST", headers, body });
  return { status: response.status, ...(await response.json()) };
}

function authorizeUrl(): string {
  const parameters = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    response_mode: "fragment",
    redirect_uri: redirectUri,
    scope: `openid ${appsReadScope}`,
    state: "s",
    nonce: "n",
    code_challenge: "c".repeat(43),
    code_challenge_method: "S256",
  });
  return `${loginOrigin}${entraPaths.authorize}?${parameters}`;
}
