import type { Page } from "@playwright/test";
import { axe, beginSignIn, completeSignIn, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, appsReadScope, entraPaths, loginOrigin, redirectUri } from "../support/entra.ts";
import { type EntraFailure, entraFailures } from "../support/identityControls.ts";
import { findingsIn, mixedLooks } from "../support/looks.ts";
import type { Stack } from "../support/stack.ts";

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
  for (const tokens of [1, 2, 3]) {
    await page.getByRole("button", { name: "Refresh now" }).click();
    await expect
      .poll(() => new Set(stack.graph.exchanges.map(({ accessToken }) => accessToken)).size)
      .toBeGreaterThanOrEqual(tokens);
  }
  expect(stack.identity.tokenRequests("refresh_token").length).toBeGreaterThan(1);
  expect(stack.graph.exchanges.every(({ status }) => status === 200)).toBe(true);
  await expect(page.getByRole("status").first()).toContainText("Live");
});

test("answers a claims challenge with a new token, once", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const claims = stack.graph.challengeEarlierTokens();
  // A read that was under way may still be answered before the challenge.
  const statuses = () => stack.graph.exchanges.map(({ status }) => status);
  await expect.poll(() => statuses().includes(401) && statuses().at(-1) === 200).toBe(true);
  await expectAnotherRead(page, stack);
  expect(statuses().filter((status) => status === 401)).toHaveLength(1);
  const renewals = stack.identity.tokenRequests("refresh_token");
  expect(renewals).toHaveLength(1);
  expect(JSON.parse(renewals[0]?.parameters.claims ?? "{}")).toMatchObject(JSON.parse(claims));
  await expect(page.getByRole("status").first()).toContainText("Live");
});

test("keeps the data when sign-in needs a person", async ({ page, stack, signIn }) => {
  await page.clock.install();
  await signIn(page);
  const rows = revocationsTable(page).getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  stack.identity.controls.refreshFailure = entraFailures.refreshTokenExpired;
  stack.identity.controls.silentFailure = entraFailures.mfaRequired;
  stack.graph.challengeEarlierTokens();
  await expect(page.getByText("Microsoft asks you to confirm that it is you")).toBeVisible();
  await expect(rows.nth(1)).toBeVisible();
  const asked = stack.graph.exchanges.length;
  await page.clock.runFor("01:00");
  expect(stack.graph.exchanges.length).toBe(asked);

  const interactive = () =>
    stack.identity.requests.filter(
      ({ path, parameters }) => path === entraPaths.authorize && parameters.prompt !== "none",
    );
  expect(interactive()).toHaveLength(1);
  await page.getByRole("button", { name: "Continue" }).click();
  // The page that is left has the same address and the same rows: only the login page tells them apart.
  await expect.poll(() => interactive().length).toBe(2);
  expect(JSON.parse(interactive().at(-1)?.parameters.claims ?? "{}")).toMatchObject(
    JSON.parse(entraFailures.mfaRequired.claims),
  );
  await page.waitForURL((url) => url.origin === appOrigin && url.pathname === "/");
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
  await expect(page.getByRole("status").first()).toContainText("Live");
  await expect(rows.nth(1)).toBeVisible();
});

test("signs out every tab", async ({ page, context, guard, stack, signIn }) => {
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
  // Whatever waits there waits for good: what hears of it has to clear at once.
  await other.clock.install();
  await other.clock.pauseAt(Date.now() + 1_000);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(revocationsTable(other)).toBeHidden();
  await expect(revocationsTable(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Erase it from this browser" })).toBeVisible();
  for (const tab of [page, other]) {
    expect(await tab.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      "secret",
    );
    expect(await tab.evaluate(contentButTheOffer)).not.toContain("ada@contoso.com");
  }
  expect(stack.identity.requests.filter(({ path }) => path === entraPaths.logout)).toEqual([]);
});

/** The offer to erase names the account, whenever it comes. */
function contentButTheOffer(): string {
  const content = document.documentElement.cloneNode(true) as HTMLElement;
  content.querySelector('[aria-label="What this browser remembers"]')?.remove();
  return content.outerHTML;
}

test("asks who is there after a sign-out", async ({ page, stack, signIn }) => {
  await signIn(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await beginSignIn(page);
  await completeSignIn(page, "hana");
  await expect(page.getByRole("banner")).toContainText("hana@contoso.com");
  const last = stack.identity.requests.filter(({ path }) => path === entraPaths.authorize).at(-1);
  expect(last?.parameters.prompt).toBe("select_account");
});

/** What Entra refuses with, and the title of the page that explains it. */
const refusals = {
  consentRequired: "An administrator has to approve this app",
  consentDeclined: "An administrator has to approve this app",
  adminConsentDeclined: "An administrator has to approve this app",
  mfaRequired: "Microsoft asks you to confirm that it is you",
  blockedByAccessRules: "Your organisation’s access rules blocked the sign-in",
  deviceNotCompliant: "This device does not meet your organisation’s requirements",
  userNotAssigned: "This app is not assigned to you",
  unknownApp: "Microsoft does not know this app",
  unknownTenant: "Microsoft does not know this app",
  accountOfAnotherTenant: "This account is not in the organisation",
  guestAccount: "This account is not invited here",
  personalAccount: "Personal accounts cannot be used here",
  wrongRedirectUri: "The app registration does not fit this page",
} as const satisfies Partial<Record<keyof typeof entraFailures, string>>;

test("explains what Entra refuses", async ({ page, stack }) => {
  await page.goto(`${appOrigin}/`);
  for (const [name, title] of Object.entries(refusals) as [keyof typeof refusals, string][]) {
    await test.step(name, async () => {
      const failure: EntraFailure = entraFailures[name];
      stack.identity.controls.interactiveFailure = failure;
      const button = /^(Sign in|Sign in again|Continue|Try again|Use another account)$/;
      await page.getByRole("main").getByRole("button", { name: button }).click();
      await expectRefusal(page, title, failure);
    });
  }
  expect(stack.graph.exchanges).toEqual([]);
});

test("explains what Entra's token endpoint refuses", async ({ page, stack }) => {
  stack.identity.controls.codeFailure = entraFailures.notSinglePage;
  await page.goto(`${appOrigin}/`);
  await beginSignIn(page);
  await completeSignIn(page);
  await expectRefusal(page, refusals.wrongRedirectUri, entraFailures.notSinglePage);
  await expect(page.getByText(`The address ${redirectUri} is not registered`)).toBeVisible();
});

test("goes on when a person has confirmed what a code was refused for", async ({ page, stack }) => {
  stack.identity.controls.codeFailure = entraFailures.mfaRequired;
  await page.goto(`${appOrigin}/`);
  await beginSignIn(page);
  await completeSignIn(page);
  await expectRefusal(page, refusals.mfaRequired, entraFailures.mfaRequired);
  stack.identity.controls.codeFailure = null;
  await page.getByRole("main").getByRole("button", { name: "Continue" }).click();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const asked = stack.identity.requests.filter(({ path }) => path === entraPaths.authorize).at(-1);
  const { claims } = entraFailures.mfaRequired;
  expect(JSON.parse(asked?.parameters.claims ?? "{}")).toMatchObject(JSON.parse(claims));
});

async function expectRefusal(page: Page, title: string, { description }: EntraFailure): Promise<void> {
  const [code = "no code"] = /^AADSTS\d+/.exec(description) ?? [];
  const details = page.getByRole("button", { name: "Details for support", expanded: false });
  await details.click();
  const facts = page.getByRole("definition");
  await expect(facts.filter({ hasText: code })).toBeVisible();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(facts.filter({ hasText: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/ }).first()).toBeVisible();
  await expect(facts.filter({ hasText: /\d:\d\d:\d\d/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy details" })).toBeVisible();
  expect(await axe(page)).toEqual([]);
}

test("says that the clock of the computer is wrong, until it is set right", async ({
  page,
  stack,
  signIn,
}) => {
  await page.clock.install({ time: Date.now() + 3_600_000 });
  await signIn(page);
  const rows = revocationsTable(page).getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  const warning = page.getByText("The clock of this computer is wrong");
  await expect(warning).toBeVisible();

  const renewed = page.waitForResponse((answer) => answer.url().includes(entraPaths.token));
  await page.getByRole("button", { name: "Reload the page" }).click();
  await (await renewed).finished();
  expect(stack.identity.tokenRequests("refresh_token")).toHaveLength(1);
  await expect(rows.nth(1)).toBeVisible();
  await expect(warning).toBeVisible();

  // Otherwise the next read would notice it, and may be renewing its token while the page is left.
  await page.getByRole("button", { name: "Pause" }).click();
  await page.clock.setSystemTime(Date.now());
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect.poll(() => stack.identity.tokenRequests("refresh_token").length).toBeGreaterThan(1);
  await expect(warning).toBeHidden();
  await expect(rows.nth(1)).toBeVisible();
});

test("keeps other accounts when one signs out", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(page.getByRole("banner")).toContainText("ada@contoso.com");
  stack.identity.controls.refreshFailure = entraFailures.guestAccount;
  stack.identity.controls.silentFailure = entraFailures.guestAccount;
  stack.graph.challengeEarlierTokens();
  await page.getByRole("button", { name: "Use another account" }).click();
  Object.assign(stack.identity.controls, { refreshFailure: null, silentFailure: null });
  await completeSignIn(page, "hana");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const account = page.getByRole("combobox", { name: "Account" });
  await expect(account.getByRole("option", { selected: true })).toHaveText(
    "Hana Helpdesk · hana@contoso.com",
  );
  await account.selectOption("Ada Admin · ada@contoso.com");
  await expect(account.getByRole("option", { selected: true })).toHaveText("Ada Admin · ada@contoso.com");
  await page.getByRole("button", { name: "Sign out" }).click();

  const offered = page.getByRole("list", { name: "Continue as" });
  await expect(offered).toContainText("hana@contoso.com");
  await expect(offered).not.toContainText("ada@contoso.com");
  expect(await findingsIn(page, mixedLooks)).toEqual([]);
  const asked = stack.identity.requests.length;
  await page.getByRole("list").getByRole("button", { name: /hana/ }).click();
  await expect(page.getByRole("banner")).toContainText("hana@contoso.com");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(stack.identity.requests.slice(asked).map(({ path }) => path)).not.toContain(entraPaths.authorize);
});

test("explains a sign-in that the person cancels", async ({ page }) => {
  await page.goto(`${appOrigin}/`);
  await beginSignIn(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("heading", { name: "The sign-in was cancelled" })).toBeVisible();
  await page.getByRole("button", { name: "Sign in again" }).click();
  await completeSignIn(page);
  await expect(revocationsTable(page)).toBeVisible();
});

test("stays where it can explain that the login page cannot be reached", async ({ page, stack }) => {
  stack.identity.controls.unreachable = "everything";
  await page.goto(`${appOrigin}/`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "sign-in service cannot be reached" })).toBeVisible();
  const { host } = new URL(loginOrigin);
  await expect(page.getByRole("link", { name: `See whether ${host} opens` })).toBeVisible();
  const again = page.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(again).toBeEnabled();
  stack.identity.controls.unreachable = "nothing";
  await again.click();
  await completeSignIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
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

async function expectAnotherRead(page: Page, { graph }: Stack): Promise<void> {
  const before = graph.exchanges.length;
  await page.getByRole("button", { name: "Refresh now" }).click();
  await expect.poll(() => graph.exchanges.length).toBeGreaterThan(before);
}
