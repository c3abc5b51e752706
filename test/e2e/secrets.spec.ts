import type { BrowserContext, Page } from "@playwright/test";
import { credentialMarker } from "../../src/emulator/wire.ts";
import { expect, revocationsTable, test } from "../support/e2e.ts";

test("keeps tokens where AUTH says and nowhere else", async ({ page, context, stack, signIn }) => {
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url(), request.postData() ?? ""));
  await signIn(page);
  await expect(revocationsTable(page).getByRole("row").nth(1)).toBeVisible();
  await expect.poll(() => stack.graph.exchanges.length).toBeGreaterThan(2);
  await revocationsTable(page)
    .getByRole("row", { name: /Failed/ })
    .first()
    .getByRole("button")
    .click();
  const raw = page.getByRole("button", { name: "Raw from Graph" });
  await raw.click();
  await expect(raw).toHaveAttribute("aria-expanded", "true");

  const accessTokens = new Set(stack.graph.exchanges.flatMap(({ accessToken }) => accessToken ?? []));
  expect(accessTokens.size).toBeGreaterThan(0);
  const kept = await keptBy(page, context);
  // Nothing is missed by looking in the wrong place: the history is there.
  expect(kept).toContain("indexedDB");
  const shown = await page.content();
  for (const secret of [...accessTokens, credentialMarker]) {
    expect(kept).not.toContain(secret);
    expect(shown).not.toContain(secret);
  }
  const session = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(session + sent.join("\n")).not.toContain(credentialMarker);
});

/** All that outlives the tab, as text: local storage, databases, caches, cookies of the app. */
async function keptBy(page: Page, context: BrowserContext): Promise<string> {
  const stored = await page.evaluate(async () => {
    const finish = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: unknown[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await finish(indexedDB.open(name));
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names);
      for (const store of names)
        databases.push([name, store, await finish(transaction.objectStore(store).getAll())]);
      database.close();
    }
    return JSON.stringify({ local: { ...localStorage }, indexedDB: databases, caches: await caches.keys() });
  });
  const cookies = await context.cookies(page.url());
  return stored + JSON.stringify(cookies) + page.url();
}
