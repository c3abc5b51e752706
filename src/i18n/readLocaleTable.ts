import { readdirSync, readFileSync } from "node:fs";

export interface Locale {
  /** Of the language, in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
  /** No native reader has reviewed the catalogue yet. */
  readonly isDraft: boolean;
}

/** By code: English first, then what native readers have reviewed, then drafts, each by name. Throws where a catalogue lacks its own. */
export function readLocaleTable(folder: URL): Readonly<Record<string, Locale>> {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.replace(/\.json$/, ""), readLocale(new URL(name, folder))] as const);
  const rank = ([code, { isDraft }]: (typeof found)[number]) => (code === "en" ? 0 : isDraft ? 2 : 1);
  const byName = found.sort(([, one], [, other]) => one.name.localeCompare(other.name, "en"));
  return Object.fromEntries(byName.sort((one, other) => rank(one) - rank(other)));
}

function readLocale(file: URL): Locale {
  const { $name, $direction, $review } = JSON.parse(readFileSync(file, "utf8"));
  if (typeof $name !== "string" || ($direction !== "ltr" && $direction !== "rtl"))
    throw new Error(`${file.pathname} lacks $name or $direction`);
  return { name: $name, direction: $direction, isDraft: $review === "machine-drafted" };
}
