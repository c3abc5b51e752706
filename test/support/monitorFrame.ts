import type { Frame, Locator, Page } from "@playwright/test";
import { appOrigin } from "./entra.ts";

/** The dashboard's own frame, once it is there. */
export function monitorFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url() === `${appOrigin}/embed.html`);
  if (frame === undefined) throw new Error("no frame of the dashboard");
  return frame;
}

/** Presses the frame's button and signs in as Ada in the window behind the one that it opens. */
export async function signInByWindow(button: Locator): Promise<void> {
  const context = button.page().context();
  const [relay] = await Promise.all([context.waitForEvent("page"), button.click()]);
  const proceed = relay.getByRole("button", { name: "Continue to Microsoft’s sign-in" });
  const [login] = await Promise.all([context.waitForEvent("page"), proceed.click()]);
  await login.getByLabel("Username").fill("ada");
  const closed = relay.waitForEvent("close");
  await login.getByRole("button", { name: "Next" }).click();
  await closed;
}
