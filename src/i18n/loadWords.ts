import type { MessageFormatElement } from "react-intl";
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

const loading = new Map<string, Promise<CompiledMessages>>();
const loaded = new Map<string, CompiledMessages>();

/** Messages that are there already, so that a change of language need not show a blank in between. */
export function loadedWords(locale: LocaleCode, words: Words): CompiledMessages | undefined {
  return loaded.get(`${locale} ${words}`);
}

/** Starts loading messages, once; a load that failed is tried again at the next call. */
export function loadWords(locale: LocaleCode, words: Words): Promise<CompiledMessages> {
  const key = `${locale} ${words}`;
  const known = loading.get(key);
  if (known !== undefined) return known;
  const promise = fetchWords(locale, words).then(
    (messages) => {
      loaded.set(key, messages);
      return messages;
    },
    (error: unknown) => {
      loading.delete(key);
      throw error;
    },
  );
  loading.set(key, promise);
  return promise;
}

async function fetchWords(locale: LocaleCode, words: Words): Promise<CompiledMessages> {
  if (words === "first") return loadPart(firstParts, locale);
  const [first, rest] = await Promise.all([loadWords(locale, "first"), loadPart(restParts, locale)]);
  return { ...first, ...rest };
}

async function loadPart(parts: typeof firstParts, locale: LocaleCode): Promise<CompiledMessages> {
  const load = parts[`./messages/${locale}.json`];
  if (load === undefined) throw new Error(`No catalogue for ${locale}`);
  return load();
}
