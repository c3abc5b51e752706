import { readFileSync } from "node:fs";
import type { LocaleCode } from "../../src/i18n/locales.ts";
import type { MessageId } from "../../src/i18n/useText.ts";

type Catalogue = Readonly<Record<MessageId, string>>;

/** As its file has it: what the app makes of the file is under test. */
export function catalogueOf(locale: LocaleCode): Catalogue {
  return JSON.parse(readFileSync(`src/i18n/messages/${locale}.json`, "utf8"));
}

/** English messages that stand on the page of another language although it has words of its own for them. */
export function foreignWords(locale: LocaleCode, words = catalogueOf(locale)): readonly string[] {
  if (locale === "en") return [];
  const [own, shown] = [new Set(Object.values(words)), shownTexts()];
  const english = Object.entries(catalogueOf("en")).filter(([key]) => !key.startsWith("$"));
  return english.flatMap(([, text]) => (shown.has(text) && !own.has(text) ? [text] : []));
}

function shownTexts(): ReadonlySet<string> {
  const shown = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) shown.add(walker.currentNode.textContent?.trim() ?? "");
  return shown;
}
