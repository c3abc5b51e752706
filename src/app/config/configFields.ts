import { localeCodes } from "../../i18n/locales.ts";
import { cloudNames } from "./clouds.ts";
import { bounds } from "./configSchema.ts";

/** What a field may hold, for the page that explains a wrong file. */
export type AllowedValue =
  | { readonly kind: "oneOf"; readonly values: readonly string[] }
  | { readonly kind: "wholeNumber"; readonly min: number; readonly max: number }
  | { readonly kind: "locale"; readonly codes: readonly string[] }
  | { readonly kind: "guid" | "tenant" | "boolean" | "origins" | "origin" | "object" | "text" }
  /** The file has a field that means nothing; `suggestion` is the path that was probably meant. */
  | { readonly kind: "noSuchField"; readonly suggestion: string | null };

interface ConfigField {
  readonly allowed: AllowedValue;
  /** A value to copy; sections have none of their own. */
  readonly example?: unknown;
}

/** Every path of `config.json`, in the order of the documentation. `""` is the file itself, `[]` an element. */
export const configFields = {
  "": { allowed: { kind: "object" } },
  $schema: { allowed: { kind: "text" }, example: "./config.schema.json" },
  mode: { allowed: { kind: "oneOf", values: ["tenant", "demo"] }, example: "tenant" },
  clientId: { allowed: { kind: "guid" }, example: "00000000-0000-0000-0000-000000000000" },
  tenantId: { allowed: { kind: "tenant" }, example: "contoso.onmicrosoft.com" },
  cloud: { allowed: { kind: "oneOf", values: cloudNames }, example: "global" },
  poll: { allowed: { kind: "object" } },
  "poll.activeSeconds": { allowed: { kind: "wholeNumber", ...bounds.seconds }, example: 10 },
  "poll.idleSeconds": { allowed: { kind: "wholeNumber", ...bounds.seconds }, example: 300 },
  "poll.unchangedMinutes": { allowed: { kind: "wholeNumber", ...bounds.minutes }, example: 60 },
  history: { allowed: { kind: "object" } },
  "history.persist": { allowed: { kind: "boolean" }, example: true },
  "history.days": { allowed: { kind: "wholeNumber", ...bounds.days }, example: 90 },
  embed: { allowed: { kind: "object" } },
  "embed.allowedOrigins": { allowed: { kind: "origins" }, example: ["https://portal.contoso.com"] },
  "embed.allowedOrigins[]": { allowed: { kind: "origin" } },
  locale: { allowed: { kind: "locale", codes: localeCodes }, example: "en" },
} as const satisfies Record<string, ConfigField>;

export type ConfigPath = keyof typeof configFields;

export const configPaths = Object.keys(configFields) as ConfigPath[];

/** The field that a value at `path` belongs to; `null` when there is none. `embed.allowedOrigins[2]` is an element. */
export function configPathOf(path: string): ConfigPath | null {
  const general = path.replace(/\[\d+\]$/, "[]");
  return configPaths.find((known) => known === general) ?? null;
}

/** The field whose name is nearest to a misspelt or misplaced one; `null` when none is near. */
export function nearestPath(name: string): ConfigPath | null {
  if (name.length > 40) return null;
  const wanted = name.toLowerCase();
  const ranked = configPaths
    .filter((path) => path !== "" && !path.endsWith("[]"))
    .map((path) => ({ path, distance: editDistance(leafOf(wanted), leafOf(path).toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.min(3, wanted.length / 3) ? best.path : null;
}

function leafOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
