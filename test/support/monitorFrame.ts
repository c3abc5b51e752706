import type { Frame, Page } from "@playwright/test";
import { appOrigin } from "./entra.ts";

/** The dashboard's own frame, once it is there. */
export function monitorFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url() === `${appOrigin}/embed.html`);
  if (frame === undefined) throw new Error("no frame of the dashboard");
  return frame;
}
