import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Observation } from "../../src/monitor/history/observation.ts";
import { chainsOfObservations } from "./keptHistory.ts";
import type { Chains } from "./servedLog.ts";

/** What a person gets who exports the history: from memory, too, where the disk fails. Opens its panel. */
export async function exportedHistory(page: Page): Promise<Chains> {
  const panel = page.getByRole("button", { name: "History" });
  if ((await panel.getAttribute("aria-expanded")) !== "true") await panel.click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("region", { name: "History" }).getByRole("button", { name: "Export" }).click(),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split("\n");
  const parsed: readonly Line[] = lines.map((line) => JSON.parse(line));
  return chainsOfObservations(parsed.filter((line) => line.kind === "observation"));
}

interface Line extends Observation {
  readonly kind: string;
}
