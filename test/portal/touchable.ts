import type { Page } from "@playwright/test";

/** Of the portal's page, what the monitor must leave as it is. */
export async function touchable(page: Page) {
  const shown = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    focus: document.activeElement?.tagName,
    state: history.state,
    entries: history.length,
  }));
  return { ...shown, url: page.url(), ...(await kept(page)) };
}

export function kept(page: Page) {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookie: document.cookie,
  }));
}
