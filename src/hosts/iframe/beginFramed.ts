import { ConfigError } from "../../app/config/configError.ts";
import { loadConfig } from "../../app/config/loadConfig.ts";
import type { AppConfig } from "../../app/config/parseConfig.ts";
import { openParentChannel } from "./parentChannel.ts";
import { possibleParents } from "./possibleParents.ts";
import { type Refusal, showRefusal } from "./refusal.ts";
import { showMonitor } from "./showMonitor.tsx";

/** A parent that has not answered for so long is told of, and still waited for. */
const patientMs = 10_000;

/** Shows nothing before a parent that `config.json` lists has answered; to any other it shows words, never data. */
export async function beginFramed(root: HTMLElement): Promise<void> {
  if (window.parent === window) return showRefusal(root, "notFramed");
  const config = await readConfig();
  if (config === null) return showRefusal(root, "noConfiguration");
  const origins = possibleParents(window, config.embed.allowedOrigins);
  if (origins.length === 0) return showRefusal(root, "notListed");
  const impatience = setTimeout(showRefusal, patientMs, root, "noAnswer" satisfies Refusal);
  const channel = await openParentChannel(window, origins);
  clearTimeout(impatience);
  showMonitor(root, config, channel);
}

async function readConfig(): Promise<AppConfig | null> {
  try {
    return await loadConfig((input, init) => fetch(input, init), new URL("config.json", document.URL).href);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
