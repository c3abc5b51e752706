import { axe, beginSignIn, completeSignIn, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, appsReadScope, entraPaths, loginOrigin, redirectUri } from "../support/entra.ts";
import { entraFailures } from "../support/identityControls.ts";

test("signs in by redirect and shows Graph's revocations", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("ada@contoso.com");
  const [asked] = stack.identity.requests.filter(({ path }) => path === entraPaths.authorize);
  expect(asked?.parameters).toMatchObject({ redirect_uri: redirectUri, code_challenge_method: "S256" });
  expect(asked?.parameters.scope?.split(" ")).toContain(appsReadScope);
  expect(stack.graph.exchanges[0]).toMatchObject({ status: 200, accessToken: expect.any(String) });
});

test("asks Graph never for the token's credential", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const select = stack.graph.exchanges[0]?.url.searchParams.get("$select")?.split(",") ?? [];
  expect(select).toContain("tokenActionResults");
  expect(select).not.toContain("token");
});

test("keeps a deep link through sign-in", async ({ page, signIn }) => {
  await signIn(page, { path: "/?q=contoso&lang=ru" });
  await expect(page).toHaveURL(`${appOrigin}/?q=contoso&lang=ru`);
  await expect(page.getByRole("searchbox")).toHaveValue("contoso");
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
});

test("stays signed in after a reload", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page)).toBeVisible();
  await page.reload();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(stack.identity.tokenRequests("authorization_code")).toHaveLength(1);
});

test("renews the access token in silence", async ({ page, stack, signIn }) => {
  stack.identity.controls.accessTokenSeconds = 60;
  await signIn(page);
  await expect
    .poll(() => new Set(stack.graph.exchanges.map(({ accessToken }) => accessToken)).size)
    .toBeGreaterThan(2);
  expect(stack.identity.tokenRequests("refresh_token").length).toBeGreaterThan(1);
  expect(stack.graph.exchanges.every(({ status }) => status === 200)).toBe(true);
  await expect(page.getByRole("status").first()).toContainText("Live");
});

test("answers a claims challenge with a new token, once", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const claims = stack.graph.challengeEarlierTokens();
  const before = stack.graph.exchanges.length;
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(before + 2);
  const [challenged, ...rest] = stack.graph.exchanges.slice(before).filter(({ status }) => status !== null);
  expect(challenged?.status).toBe(401);
  expect(rest.map(({ status }) => status)).not.toContain(401);
  const renewals = stack.identity.tokenRequests("refresh_token");
  expect(renewals).toHaveLength(1);
  expect(JSON.parse(renewals[0]?.parameters.claims ?? "{}")).toMatchObject(JSON.parse(claims));
  await expect(page.getByRole("status").first()).toContainText("Live");
});

test("keeps the data when sign-in needs a person", async ({ page, stack, signIn }) => {
  await signIn(page);
  const rows = revocationsTable(page).getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  stack.identity.controls.refreshFailure = entraFailures.refreshTokenExpired;
  stack.identity.controls.silentFailure = entraFailures.mfaRequired;
  stack.graph.challengeEarlierTokens();
  await expect(page.getByText("Microsoft asks you to confirm that it is you")).toBeVisible();
  await expect(rows.nth(1)).toBeVisible();
  const asked = stack.graph.exchanges.length;
  await page.waitForTimeout(3_000);
  expect(stack.graph.exchanges.length).toBe(asked);

  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL((url) => url.origin === appOrigin && url.pathname === "/");
  await expect(rows.nth(1)).toBeVisible();
  const interactive = stack.identity.requests.filter(
    ({ path, parameters }) => path === entraPaths.authorize && parameters.prompt !== "none",
  );
  expect(JSON.parse(interactive.at(-1)?.parameters.claims ?? "{}")).toMatchObject(
    JSON.parse(entraFailures.mfaRequired.claims),
  );
});

test("signs out every tab within a second", async ({ page, context, guard, stack, signIn }) => {
  await signIn(page);
  const [other] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate(() => void window.open(location.href)),
  ]);
  await guard.attach(other);
  await other.bringToFront();
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(revocationsTable(other).getByRole("row").nth(1)).toBeVisible();

  await page.bringToFront();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(revocationsTable(other)).toBeHidden({ timeout: 1_000 });
  await expect(revocationsTable(page)).toBeHidden();
  for (const tab of [page, other]) {
    expect(await tab.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      "secret",
    );
    expect(await tab.content()).not.toContain("ada@contoso.com");
  }
  expect(stack.identity.requests.filter(({ path }) => path === entraPaths.logout)).toEqual([]);
});

test("asks who is there after a sign-out", async ({ page, stack, signIn }) => {
  await signIn(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await beginSignIn(page);
  await completeSignIn(page, "hana");
  await expect(page.getByRole("banner")).toContainText("hana@contoso.com");
  const last = stack.identity.requests.filter(({ path }) => path === entraPaths.authorize).at(-1);
  expect(last?.parameters.prompt).toBe("select_account");
});

const refusals = [
  ["consent is missing", "consentRequired", "An administrator has to approve this app", "AADSTS65001"],
  ["the person declines it", "consentDeclined", "An administrator has to approve this app", "AADSTS65004"],
  ["the device is not compliant", "deviceNotCompliant", "This device does not meet", "AADSTS53000"],
  ["the app is not assigned", "userNotAssigned", "This app is not assigned to you", "AADSTS50105"],
] as const;

for (const [what, failure, title, code] of refusals) {
  test(`explains a sign-in where ${what}`, async ({ page, stack }) => {
    stack.identity.controls.interactiveFailure = entraFailures[failure];
    await page.goto(`${appOrigin}/`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await page.getByRole("button", { name: "Details for support" }).click();
    await expect(page.getByRole("definition").filter({ hasText: code })).toBeVisible();
    expect(await axe(page)).toEqual([]);
    expect(stack.graph.exchanges).toEqual([]);
  });
}

for (const theme of ["light", "dark", "contrast"]) {
  test(`is accessible before signing in, in the ${theme} theme`, async ({ page }) => {
    for (const lang of ["en", "ru"]) {
      await page.goto(`${appOrigin}/?lang=${lang}&theme=${theme}`);
      await expect(page.getByRole("button", { name: /^(Sign in|Войти)/ })).toBeVisible();
      expect(await axe(page)).toEqual([]);
    }
  });
}

test("explains a sign-in that the person cancels", async ({ page }) => {
  await page.goto(`${appOrigin}/`);
  await beginSignIn(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "The sign-in was cancelled" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in again" }).click();
  await completeSignIn(page);
  await expect(revocationsTable(page)).toBeVisible();
});

test("explains a sign-in service that cannot be reached", async ({ page, stack }) => {
  stack.identity.controls.unreachable = "token";
  await page.goto(`${appOrigin}/`);
  await beginSignIn(page);
  await completeSignIn(page);
  await expect(page.getByRole("heading", { name: "sign-in service cannot be reached" })).toBeVisible();
  await expect(page.getByText(new URL(loginOrigin).host).first()).toBeVisible();
  stack.identity.controls.unreachable = "nothing";
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
});
