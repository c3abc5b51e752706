import { ConfigError, type ConfigFault } from "./configError.ts";
import { type AppConfig, parseConfig } from "./parseConfig.ts";

const timeoutMs = 15_000;

/** Reads `config.json` anew, never from a cache. `url` is absolute. Rejects with a `ConfigError` and nothing else. */
export async function loadConfig(fetch: typeof globalThis.fetch, url: string): Promise<AppConfig> {
  const text = await readText(fetch, url);
  const json = parseJson(text, url);
  const parsed = parseConfig(json);
  if (!parsed.ok) throw new ConfigError({ kind: "invalid", problems: parsed.problems, json }, url);
  return parsed.config;
}

async function readText(fetch: typeof globalThis.fetch, url: string): Promise<string> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    const response = await fetch(url, { cache: "no-store", signal: controller.signal });
    if (!response.ok) throw new ConfigError(statusFault(response.status), url);
    return await response.text();
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError({ kind: controller.signal.aborted ? "timedOut" : "unreachable" }, url, error);
  } finally {
    clearTimeout(timer);
  }
}

function statusFault(status: number): ConfigFault {
  return status === 404 || status === 410 ? { kind: "missing" } : { kind: "refused", status };
}

function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError(textFault(text, error), url, error);
  }
}

function textFault(text: string, error: unknown): ConfigFault {
  if (text.trim() === "") return { kind: "empty" };
  if (text.trimStart().startsWith("<")) return { kind: "html" };
  return { kind: "notJson", ...placeOf(text, error instanceof Error ? error.message : "") };
}

/** Browsers tell the place in the message alone: Chromium by offset (newer also by line), Firefox by line, Safari never. */
function placeOf(text: string, message: string): { line: number | null; column: number | null } {
  const byLine = /line (\d+) column (\d+)/.exec(message);
  if (byLine !== null) return { line: Number(byLine[1]), column: Number(byLine[2]) };
  const offset = message.includes("end of JSON") ? String(text.length) : /position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return { line: null, column: null };
  const before = text.slice(0, Number(offset)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
