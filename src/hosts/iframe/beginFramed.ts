import { ConfigError } from "../../app/config/configError.ts";
import { loadConfig } from "../../app/config/loadConfig.ts";
import type { AppConfig } from "../../app/config/parseConfig.ts";
import { bridgeChannel, hasSignInBridge } from "./bridgeChannel.ts";
import { openParentChannel } from "./parentChannel.ts";
import { possibleParents } from "./possibleParents.ts";
import type { Refusal } from "./refusal.ts";
import { showMonitor } from "./showMonitor.tsx";

/** A parent that has not answered for so long is told of, and still waited for. */
const patientMs = 10_000;

/** Shows nothing before a parent that `config.json` lists has answered; to any other it shows words, never data. */
export async function beginFramed(root: HTMLElement): Promise<void> {
  if (window.parent === window) return refuse(root, "notFramed");
  const config = await readConfig();
  if (config === null) return refuse(root, "noConfiguration");
  const origins = possibleParents(window, config.embed.allowedOrigins);
  const [origin] = origins;
  if (origin === undefined) return refuse(root, "notListed");
  if (hasSignInBridge(window)) return showMonitor(root, config, bridgeChannel(origin));
  let hasAnswered = false;
  const impatience = setTimeout(() => void refuse(root, "noAnswer", () => hasAnswered), patientMs);
  const channel = await openParentChannel(window, origins);
  hasAnswered = true;
  clearTimeout(impatience);
  showMonitor(root, config, channel);
}

/** `isVoid`: there is no reason left by the time that the words are there. */
async function refuse(root: HTMLElement, refusal: Refusal, isVoid = () => false): Promise<void> {
  const { showRefusal } = await import("./refusal.ts");
  if (!isVoid()) showRefusal(root, refusal);
}

async function readConfig(): Promise<AppConfig | null> {
  try {
    return await loadConfig((input, init) => fetch(input, init), new URL("config.json", document.URL).href);
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}
