import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { readLocaleTable } from "./readLocaleTable.ts";

type Catalogue = Readonly<Record<string, string>>;
type CompiledCatalogue = Readonly<Record<string, readonly MessageFormatElement[]>>;

/**
 * Areas of the catalogue that the list does not need: its parts load the rest with themselves. `?part=first` of a catalogue leaves
 * them out, `?part=rest` holds only them.
 */
const laterAreas = [
  "config",
  "copy",
  "details",
  "empty",
  "export",
  "finding",
  "glossary",
  "history",
  "keys",
  "link",
  "meter",
  "news",
  "notice",
  "overview",
  "problem",
  "raw",
  "search",
  "signIn",
  "syncStatus",
  "tokenState",
  "told",
  "wall",
  "views",
];

/**
 * Vite plugin: turns `i18n/messages/*.json` into parsed messages and refuses a catalogue that lacks a key of
 * `en.json`, has one that `en.json` lacks, or uses other placeholders.
 */
export function compiledMessages() {
  return {
    name: "compiled-messages",
    enforce: "pre" as const,
    load(this: { addWatchFile(path: string): void }, id: string) {
      const path = id.replace(/\?.*$/, "");
      if (/[\\/]i18n[\\/]localeTable\.ts$/.test(path)) {
        const folder = join(dirname(path), "messages/");
        const table = readLocaleTable(pathToFileURL(folder));
        for (const code of Object.keys(table)) this.addWatchFile(join(folder, `${code}.json`));
        return {
          code: `export const localeTable = ${JSON.stringify(table)}`,
          map: null,
          moduleType: "js" as const,
        };
      }
      if (!/[\\/]i18n[\\/]messages[\\/][\w-]+\.json$/.test(path)) return null;
      this.addWatchFile(path);
      const source = readCatalogue(join(dirname(path), "en.json"));
      const part = new URLSearchParams(id.split("?")[1]).get("part");
      const compiled = partOf(compileCatalogue(readCatalogue(path), source, basename(path)), part);
      return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: "js" as const };
    },
  };
}

/**
 * Throws an error that lists every fault of the catalogue at once. `$name`, `$direction` and `$review` are no messages:
 * the last says `machine-drafted` where no native reader has read it yet.
 */
export function compileCatalogue(file: Catalogue, source: Catalogue, name: string): CompiledCatalogue {
  const [catalogue, wanted] = [messagesOf(file), messagesOf(source)];
  const faults = [
    ...Object.keys(wanted)
      .filter((key) => !catalogue[key]?.trim())
      .map((key) => `lacks ${key}`),
    ...Object.keys(catalogue)
      .filter((key) => !(key in wanted))
      .map((key) => `has ${key}, which en.json lacks`),
  ];
  const compiled: Record<string, readonly MessageFormatElement[]> = {};
  for (const [key, text] of Object.entries(catalogue)) {
    try {
      compiled[key] = parse(text, { requiresOtherClause: true });
      const [own, expected] = [compiled[key] ?? [], parse(source[key] ?? text)].map(placeholdersOf);
      if (own !== expected) faults.push(`uses {${own}} in ${key} where en.json uses {${expected}}`);
    } catch (error) {
      faults.push(`cannot be parsed in ${key}: ${String(error)}`);
    }
  }
  if (faults.length > 0) throw new Error(`${name}:\n  ${faults.join("\n  ")}`);
  return compiled;
}

function messagesOf(file: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(file).filter(([key]) => !key.startsWith("$")));
}

function partOf(compiled: CompiledCatalogue, part: string | null): CompiledCatalogue {
  if (part === null) return compiled;
  const isWanted = ([key]: [string, unknown]) =>
    laterAreas.includes(key.split(".")[0] ?? "") === (part === "rest");
  return Object.fromEntries(Object.entries(compiled).filter(isWanted));
}

function readCatalogue(path: string): Catalogue {
  return JSON.parse(readFileSync(path, "utf8"));
}

function placeholdersOf(elements: readonly MessageFormatElement[]): string {
  return [...new Set(elements.flatMap(namesIn))].sort().join(", ");
}

function namesIn(element: MessageFormatElement): string[] {
  if (isLiteralElement(element) || isPoundElement(element)) return [];
  if (isTagElement(element)) return [element.value, ...element.children.flatMap(namesIn)];
  if (isPluralElement(element) || isSelectElement(element)) {
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))];
  }
  return [element.value];
}
