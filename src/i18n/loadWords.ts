import type { MessageFormatElement } from "react-intl";
import { loadOnce } from "./loadOnce.ts";
import type { LocaleCode } from "./locales.ts";
import type { MessageId } from "./useText.ts";

/** `first`: what header and list say. `all`: everything. */
export type Words = "first" | "all";
/** Keys of the part that is loaded; whoever shows a message knows which part it needs. */
export type CompiledMessages = Record<MessageId, MessageFormatElement[]>;

const firstParts = import.meta.glob<CompiledMessages>("./messages/*.json", {
  query: "?part=first",
  import: "default",
});
const restParts = import.meta.glob<CompiledMessages>("./messages/*.json", {
  query: "?part=rest",
  import: "default",
});

const loadFirst = loadOnce((locale: LocaleCode) => loadPart(firstParts, locale));
const loadAll = loadOnce(async (locale: LocaleCode) => {
  const [first, rest] = await Promise.all([loadFirst(locale), loadPart(restParts, locale)]);
  return { ...first, ...rest };
});

export function loadWords(locale: LocaleCode, words: Words): Promise<CompiledMessages> {
  return words === "first" ? loadFirst(locale) : loadAll(locale);
}

async function loadPart(parts: typeof firstParts, locale: LocaleCode): Promise<CompiledMessages> {
  const load = parts[`./messages/${locale}.json`];
  if (load === undefined) throw new Error(`No catalogue for ${locale}`);
  return load();
}
