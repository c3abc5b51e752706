import type { BrowserContext, Page } from "@playwright/test";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin } from "../support/entra.ts";
import { keptHistory } from "../support/keptHistory.ts";
import type { PageGuard } from "../support/pageGuard.ts";
import { lostOf, type ServedLog } from "../support/servedLog.ts";

test("goes on in another tab whenever the leading one crashes", async ({
  page,
  context,
  guard,
  stack,
  signIn,
}) => {
  stack.graph.use("district", 20);
  const told = stack.graph.keepLog();
  await signIn(page);
  await expectLive(page);
  let leader = page;
  for (const turn of ["first", "second"]) {
    await test.step(`the ${turn} tab`, async () => {
      const follower = await openTab(context, guard);
      const [led, followed] = [graphRequests(leader), graphRequests(follower)];
      await expect.poll(() => led.length).toBeGreaterThan(2);
      expect(followed).toEqual([]);
      const before = await expectNothingLost(follower, told);
      await crash(context, leader);
      await expect.poll(() => followed.length).toBeGreaterThan(2);
      await expectLive(follower);
      const after = await expectNothingLost(follower, told);
      expect(lostOf(before, after)).toEqual([]);
      await leader.close();
      leader = follower;
    });
  }
});

/** Another tab of the same browser: Entra knows the person, the tab itself does not. */
async function openTab(context: BrowserContext, guard: PageGuard): Promise<Page> {
  const tab = await context.newPage();
  await guard.attach(tab);
  await tab.goto(appOrigin);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expectLive(tab);
  return tab;
}

async function crash(context: BrowserContext, page: Page): Promise<void> {
  const browser = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // The renderer cannot answer any more.
  browser.send("Page.crash").catch(() => undefined);
  await crashed;
}

/** Everything the tab asked Graph from now on. */
function graphRequests(page: Page): readonly string[] {
  const urls: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).hostname.startsWith("graph.")) urls.push(request.url());
  });
  return urls;
}

async function expectNothingLost(page: Page, told: ServedLog) {
  const said = told.chains();
  let { chains } = await keptHistory(page);
  await expect
    .poll(async () => {
      ({ chains } = await keptHistory(page));
      return lostOf(said, chains);
    })
    .toEqual([]);
  return chains;
}

async function expectLive(page: Page): Promise<void> {
  await expect(page.getByRole("status").first()).toContainText("Live");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
}
