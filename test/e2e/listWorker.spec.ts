import type { BrowserContext, Page } from "@playwright/test";
import { closedPolicy } from "../../src/hosts/headers/contentSecurityPolicy.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";
import type { Stack } from "../support/stack.ts";

test("reads all tokens in a worker after the first time", async ({ page, stack, signIn }) => {
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  const answered = page.waitForResponse((response) => response.url().includes("/workers/"));
  await expectFullReads(page, stack);
  const worker = await answered;
  expect(await worker.headerValue("content-security-policy")).toContain(
    "connect-src https://graph.microsoft.com;",
  );
  expect(page.workers()).toHaveLength(1);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect.poll(() => page.workers().length).toBe(0);
});

type Obstacle = (context: BrowserContext, stack: Stack) => void | Promise<void>;

const obstacles: Readonly<Record<string, Obstacle>> = {
  "whose worker is not there": async (context) => {
    await context.route("**/workers/*", (route) => route.abort());
  },
  "whose worker runs under an older release's headers": (_, { app }) =>
    app.changePolicy("workers/*", () => closedPolicy),
  "whose own policy knows no worker": (_, { app }) =>
    app.changePolicy("index.html", (policy) =>
      policy.replace("worker-src 'self'", "worker-src 'none'").replace("vpp-worker", "'none'"),
    ),
};

for (const [name, put] of Object.entries(obstacles))
  test(`reads on by itself on a page ${name}`, async ({ page, context, stack, guard, signIn }) => {
    guard.permit(/connect-src|worker-src|trusted-types-policy|TrustedTypePolicy/);
    await put(context, stack);
    await signIn(page);
    await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
    await expectFullReads(page, stack);
    await expectFullReads(page, stack);
    expect(page.workers()).toHaveLength(0);
  });

/** Reads everything once more, and waits for what has come meanwhile. */
async function expectFullReads(page: Page, stack: Stack): Promise<void> {
  const reads = () =>
    stack.graph.exchanges.filter(({ method, status }) => method === "GET" && status === 200);
  const before = reads().length;
  await page.getByRole("button", { name: "Refresh now" }).click();
  await expect.poll(() => reads().length).toBeGreaterThan(before);
  await expect(page.getByRole("status").first()).toContainText("Live");
}
