import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Page } from "@playwright/test";
import en from "../../src/i18n/messages/en.json" with { type: "json" };

const letters = "abcdefghijklmnopqrstuvwxyz";
const accented = "åƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž";
/** Has what is between them run from right to left, whatever letters it is made of. */
const [rightToLeft, end] = ["\u202e", "\u202c"];

/**
 * Gives the page, in place of Arabic, a language that nobody speaks: English from right to left, of letters that no
 * English word has, and about four tenths longer. What still reads as English was never in a catalogue.
 */
export async function speakPseudo(page: Page): Promise<void> {
  const catalogue = Object.fromEntries(Object.entries(en).map(([id, text]) => [id, parse(text).map(pseudo)]));
  await page.route(/\/assets\/ar-[^/]+\.js$/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: `export default ${JSON.stringify(catalogue)}` }),
  );
}

function pseudo(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: rightToLeft + pseudoText(element.value) + end };
    case TYPE.plural:
    case TYPE.select: {
      const options = Object.entries(element.options).map(
        ([name, { value }]) => [name, { value: value.map(pseudo) }] as const,
      );
      return { ...element, options: Object.fromEntries(options) };
    }
    case TYPE.tag:
      return { ...element, children: element.children.map(pseudo) };
    default:
      return element;
  }
}

function pseudoText(text: string): string {
  return text.replace(/[aeiou]/gi, "$&$&").replace(/[a-z]/gi, (letter) => {
    const other = accented[letters.indexOf(letter.toLowerCase())] ?? letter;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
}

/** Words of plain letters on the page that are no data: no name that Graph gave, no code, no key, no other language. */
export function plainWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement?.closest("bdi, pre, code, kbd, option, noscript, script, style")) continue;
      // The browser names the time zone itself.
      if (/[a-z]{2}/i.test(textContent?.replace("UTC", "") ?? "")) found.add(textContent ?? "");
    }
    return [...found];
  });
}
