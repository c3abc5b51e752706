import type { Page } from "@playwright/test";
import { faults } from "../../src/emulator/faults.ts";
import { credentialMarker } from "../../src/emulator/wire.ts";
import { maxPages } from "../../src/graph/nextLink.ts";
import type { MessageId } from "../../src/i18n/useText.ts";
import { axe, expect, revocationsTable, test } from "../support/e2e.ts";
import { graphOrigin } from "../support/entra.ts";
import { words } from "../support/words.ts";

/** What a bad answer of Graph is called on the page, while everything that was read stays there. */
const problems = [
  [
    "problem.serverError",
    ["internalServerError", "notImplemented", "badGateway", "serviceUnavailable", "gatewayTimeout"],
  ],
  ["problem.network", ["networkFailure", "bodyCutOff"]],
  ["problem.unreadableAnswer", ["htmlPage", "truncatedJson", "emptyBody", "unexpectedJson"]],
  ["problem.badPaging", ["nextLinkToOtherOrigin", "nextLinkToOtherVersion", "nextLinkToItself"]],
  ["problem.throttledHelp", ["throttled", "throttledReadable", "throttledWithoutWait", "throttledByProxy"]],
  ["problem.refused", ["errorInSuccess"]],
  ["problem.forbidden", ["forbidden"]],
  ["problem.notFound", ["notFound"]],
] as const satisfies readonly (readonly [MessageId, readonly (keyof typeof faults)[]])[];

for (const [message, names] of problems) {
  test(`shows ${message} and keeps the data`, async ({ page, stack, signIn }) => {
    await signIn(page);
    await expectLive(page);
    for (const name of names) {
      await test.step(name, async () => {
        stack.graph.fail(faults[name]);
        await refresh(page);
        await expect(page.getByText(words("en", message)).first()).toBeVisible();
        await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
        stack.graph.fail(null);
        await refresh(page);
        await expectLive(page);
        await expect(page.getByText(words("en", message))).toBeHidden();
      });
    }
  });
}

test("follows pages without an end to its bound, and keeps the data", async ({ page, stack, signIn }) => {
  await page.clock.install();
  await signIn(page);
  await expectLive(page);
  const pagesRead = () => stack.graph.exchanges.filter(({ url }) => url.searchParams.has("page")).length;
  stack.graph.fail(faults.nextLinkEndless);
  await refresh(page);
  let before = -1;
  const readOn = async () => {
    const read = pagesRead();
    // What waits for its own bound on requests waits for the clock.
    if (read === before) await page.clock.fastForward("00:20");
    before = read;
    return read;
  };
  await expect.poll(readOn, { intervals: [200], timeout: 90_000 }).toBe(maxPages - 1);
  await expect(page.getByText(words("en", "problem.badPaging")).first()).toBeVisible();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  stack.graph.fail(null);
  await refresh(page);
  await expectLive(page);
});

test("says when Graph answers nothing at all", async ({ page, stack, signIn }) => {
  await page.clock.install();
  await page.addInitScript(countTimeoutsByClock);
  await signIn(page);
  await expectLive(page);
  stack.graph.fail(faults.noAnswer);
  const asked = page.waitForRequest((request) => request.url().startsWith(graphOrigin));
  await refresh(page);
  await asked;
  await page.clock.fastForward("00:40");
  await expect(page.getByText(words("en", "problem.timeout"))).toBeVisible();
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
});

test("keeps the data offline and reads on by itself", async ({ page, context, stack, signIn }) => {
  await signIn(page);
  await expectLive(page);
  await context.setOffline(true);
  await expect(page.getByRole("status").first()).toContainText("Offline");
  await expect(page.getByRole("status").first()).toContainText("Reading goes on when the network is back");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const asked = stack.graph.exchanges.length;
  await context.setOffline(false);
  await expectLive(page);
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(asked);
});

test("quotes what support asks for", async ({ page, stack, signIn }) => {
  await signIn(page);
  stack.graph.fail(faults.internalServerError);
  await refresh(page);
  const notice = page.getByRole("main");
  await expect(notice).toContainText(/request-id: [\da-f-]{36}/);
  await expect(notice).toContainText(/date: \d{4}-\d\d-\d\d/);
  const [, quoted] = /client-request-id: ([\da-f-]{36})/.exec((await notice.textContent()) ?? "") ?? [];
  expect(stack.graph.exchanges.map(({ clientRequestId }) => clientRequestId)).toContain(quoted);
  expect(await axe(page)).toEqual([]);
});

test("asks for a person when Graph refuses every token", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expectLive(page);
  stack.graph.fail(faults.unauthorized);
  await expect(page.getByRole("status").first()).toContainText("Sign-in needed");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in again" })).toBeVisible();
});

for (const name of ["selectRefused", "selectDropsResults", "wrappedEntity"] as const) {
  test(`reads on where Graph answers with ${name}`, async ({ page, stack, signIn }) => {
    stack.graph.fail(faults[name]);
    await signIn(page);
    await expectLive(page);
    await refresh(page);
    await expectLive(page);
    expect(await page.content()).not.toContain(credentialMarker);
  });
}

test("asks once a poll while revocations run", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expectLive(page);
  const isPoll = (url: URL) => url.pathname.endsWith("/$batch");
  await expect.poll(() => stack.graph.exchanges.filter(({ url }) => isPoll(url)).length).toBeGreaterThan(1);
  const polls = stack.graph.exchanges.filter(({ url }) => isPoll(url));
  const whole = stack.graph.exchanges.find(({ url }) => !isPoll(url));
  expect(polls.every(({ bytes }) => bytes < (whole?.bytes ?? 0))).toBe(true);
  expect(new Set(stack.graph.exchanges.map(({ clientRequestId }) => clientRequestId)).size).toBe(
    stack.graph.exchanges.length,
  );
  expect(stack.graph.exchanges.every(({ url }) => url.origin === graphOrigin)).toBe(true);
});

async function expectLive(page: Page): Promise<void> {
  await expect(page.getByRole("status").first()).toContainText("Live");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
}

async function refresh(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Refresh now" }).click();
}

/** The page's clock of a test moves `setTimeout`, but not the browser's own time-outs. */
function countTimeoutsByClock(): void {
  AbortSignal.timeout = (milliseconds) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), milliseconds);
    return controller.signal;
  };
}
