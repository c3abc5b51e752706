import type { BrowserContext, Page } from "@playwright/test";
import { beginSignIn, completeSignIn, expect, revocationsTable, test } from "../support/e2e.ts";
import { appOrigin, entraPaths, loginOrigin } from "../support/entra.ts";
import { entraFailures } from "../support/identityControls.ts";
import { findingsIn, mixedLooks } from "../support/looks.ts";
import type { Stack } from "../support/stack.ts";

const call = "A person has to sign in at this screen";

test.describe("on the emulated tenant", () => {
  test.beforeEach(({ stack }) => {
    stack.app.deploy({ mode: "demo", poll: { activeSeconds: 2, idleSeconds: 2 } });
  });

  test("is opened from the dashboard and left by Escape", async ({ page }) => {
    await page.goto(`${appOrigin}/?lang=en`);
    await page.getByRole("button", { name: "Wall view" }).click();
    await expect(page).toHaveURL(`${appOrigin}/?view=wall&lang=en`);
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("main").getByText("Demo data")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(`${appOrigin}/?lang=en`);
    await expect(page.getByRole("banner")).toBeVisible();
  });

  test("shows only what runs or needs attention, a page at a time", async ({ page }) => {
    await page.clock.install();
    await page.goto(`${appOrigin}/?view=wall&lang=en`);
    const pageNumber = page.getByText(/^Page \d+ of \d+$/);
    const states = new Set<string>();
    for (let turns = 0; turns < 4; turns += 1) {
      const before = (await pageNumber.textContent()) ?? "";
      const cells = revocationsTable(page)
        .getByRole("cell")
        .filter({ has: page.locator("svg") });
      for (const state of await cells.allTextContents()) states.add(state);
      await page.clock.runFor("00:15");
      await expect(pageNumber).not.toHaveText(before);
    }
    expect([...states].sort()).toEqual(["Active", "Done with failures", "Failed", "Pending"]);
  });

  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
    [1280, 720],
  ] as const) {
    test(`shows every row and its name whole at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.clock.install({ time: new Date("2026-03-04T10:30:00Z") });
      await page.goto(`${appOrigin}/?scenario=failures&view=wall&lang=ru`);
      const rows = revocationsTable(page).getByRole("row");
      await expect(rows.nth(1)).toBeVisible();
      const seen = new Set<string | null>();
      // A page that needs room takes some from all of them, and the count begins anew.
      await expect
        .poll(
          async () => {
            expect(await cutOff(page)).toEqual([]);
            for (const row of await rows.all()) seen.add(await row.getAttribute("aria-rowindex"));
            await page.clock.runFor("00:15");
            return seen.size;
          },
          { intervals: [200] },
        )
        .toBe(15);
    });
  }

  test("says from across the room that the network is gone, and recovers", async ({ page, context }) => {
    await page.goto(`${appOrigin}/?view=wall&lang=en`);
    const status = page.getByRole("status");
    await expect(status).toContainText("Live");
    await context.setOffline(true);
    await expect(status).toContainText(/Offline.*Data from/);
    expect(await letterHeight(page, "Offline")).toBeGreaterThan(40);
    await context.setOffline(false);
    await expect(status).toContainText("Live");
  });

  test("is live again after a night of sleep, and keeps the screen awake", async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(reportWakeLock);
    await page.goto(`${appOrigin}/?view=wall&lang=en`);
    await expect(page.getByRole("status")).toContainText("Live");
    await expect(page.locator("html")).toHaveAttribute("data-wake-lock", "held");
    await page.clock.fastForward("08:00:00");
    await expect(page.getByRole("status")).toContainText(/Live.*updated (just now|\d s ago)/);
  });

  test("finds nothing to fault in any look", async ({ page, context }) => {
    await page.goto(`${appOrigin}/?view=wall`);
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
    expect(await findingsIn(page, mixedLooks)).toEqual([]);
    await context.setOffline(true);
    await expect(page.getByRole("status")).toContainText(/Offline|Нет сети/);
    expect(await findingsIn(page, mixedLooks)).toEqual([]);
  });

  test("shows a large tenant on a few pages", async ({ page }) => {
    await page.goto(`${appOrigin}/?view=wall&lang=en&scenario=district`);
    await expect(page.getByText(/^Page \d+ of \d$/)).toBeVisible();
    await expect(page.getByText(/^and [\d,]+ more$/)).toBeVisible();
  });
});

test("comes back by itself when the sign-in has ended and Microsoft's session lives", async ({
  page,
  stack,
  signIn,
}) => {
  await signIn(page);
  await openWall(page);
  const before = interactive(stack).length;
  endSignIn(stack);
  await expect.poll(() => interactive(stack).length).toBe(before + 1);
  expect(interactive(stack).at(-1)?.parameters.prompt).toBe("none");
  await expect(page).toHaveURL(/[?&]view=wall/);
  await expect(page.getByRole("status")).toContainText("Live");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByText(call)).toBeHidden();
});

test("calls a person in large letters, once, when Microsoft's session has ended too", async ({
  page,
  context,
  stack,
  signIn,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page);
  await openWall(page);
  const before = interactive(stack).length;
  await forgetMicrosoft(context);
  endSignIn(stack);
  await expect(page.getByText(call)).toBeVisible();
  await expect(page).toHaveURL(/[?&]view=wall/);
  expect(await letterHeight(page, call)).toBeGreaterThan(90);
  expect(interactive(stack)).toHaveLength(before + 1);
  await expect(page.getByRole("status")).toContainText("Data from");
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  expect(await page.getByRole("main").textContent()).not.toMatch(/@|Ada Admin/);
  expect(await findingsIn(page, mixedLooks)).toEqual([]);

  stack.identity.controls.refreshFailure = null;
  stack.identity.controls.silentFailure = null;
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.origin === loginOrigin);
  await completeSignIn(page);
  await expect(page).toHaveURL(/[?&]view=wall/);
  await expect(page.getByRole("status")).toContainText(/Live|Актуально/);
});

test("does not go round in circles while the renewed sign-in is refused again", async ({
  page,
  stack,
  signIn,
}) => {
  await signIn(page);
  await openWall(page);
  const before = interactive(stack).length;
  endSignIn(stack);
  await expect.poll(() => interactive(stack).length).toBe(before + 1);
  await expect(page.getByRole("status")).toContainText("Live");
  stack.graph.challengeEarlierTokens();
  await expect(page.getByText(call)).toBeVisible();
  expect(interactive(stack)).toHaveLength(before + 1);
});

test("opens without a network, and is left again", async ({ page, context, stack }) => {
  stack.app.deploy({ mode: "demo" });
  const loaded = page.waitForResponse(/WallPage-/);
  await page.goto(`${appOrigin}/?lang=en`);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await (await loaded).finished();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Wall view" }).click();
  await expect(page.getByRole("status")).toContainText("Offline");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toBeVisible();
});

test("asks Microsoft once without a page when nobody has signed in yet", async ({ page, stack }) => {
  await page.goto(`${appOrigin}/?view=wall`);
  await expect(page.getByText(call)).toBeVisible();
  await expect.poll(() => interactive(stack).map(({ parameters }) => parameters.prompt)).toEqual(["none"]);
  await beginSignIn(page);
  await completeSignIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect(page).toHaveURL(`${appOrigin}/?view=wall`);
});

/** Says on the document what the browser answers to the page's request. */
function reportWakeLock(): void {
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type);
    document.documentElement.dataset.wakeLock = lock.released ? "released" : "held";
    return lock;
  };
}

async function openWall(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Wall view" }).click();
  await expect(page.getByRole("status")).toContainText("Live");
}

/** What Entra does a day after the sign-in, with the hidden frame shut out as by third-party cookies that are blocked. */
function endSignIn(stack: Stack): void {
  stack.identity.controls.refreshFailure = entraFailures.refreshTokenExpired;
  stack.identity.controls.silentFailure = entraFailures.loginRequired;
  stack.graph.challengeEarlierTokens();
}

async function forgetMicrosoft(context: BrowserContext): Promise<void> {
  await context.clearCookies({ domain: new URL(loginOrigin).hostname });
}

/** Sign-ins of the whole page. */
function interactive({ identity }: Stack) {
  return identity.requests.filter(({ path, isFramed }) => path === entraPaths.authorize && !isFramed);
}

function letterHeight(page: Page, words: string): Promise<number> {
  return page
    .getByText(words)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

/** Words and rows of the wall that are not wholly seen. */
function cutOff(page: Page): Promise<string[]> {
  return revocationsTable(page).evaluate((table) => {
    const bottom = table.getBoundingClientRect().bottom;
    const cells = [...table.querySelectorAll("[role=cell]")];
    // A line's letters may reach a little above and below it.
    const words = cells.flatMap((cell) => [...cell.querySelectorAll("bdi")]);
    const cut = words.filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 8),
    );
    const below = cells.filter((cell) => cell.getBoundingClientRect().bottom > bottom + 1);
    return [...cut, ...below].map(({ textContent }) => textContent ?? "");
  });
}
