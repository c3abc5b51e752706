import type { Locator, Page } from "@playwright/test";

/** The browser keeps what is saved for as long as somebody may still read it. */
export async function saveCsv(page: Page, monitor: Locator): Promise<void> {
  await monitor.getByRole("button", { name: /^Export/ }).click();
  const saved = page.waitForEvent("download");
  await monitor.getByRole("button", { name: "CSV" }).click();
  await saved;
}
