import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import ar from "../../src/i18n/messages/ar.json" with { type: "json" };
import en from "../../src/i18n/messages/en.json" with { type: "json" };
import ru from "../../src/i18n/messages/ru.json" with { type: "json" };
import type { MessageId } from "../../src/i18n/useText.ts";

const catalogues = { ar, en, ru } as const satisfies Record<string, Readonly<Record<MessageId, string>>>;

/** A message as it stands on the page, whatever its placeholders hold and whichever plural they ask for. */
export function words(locale: keyof typeof catalogues, id: MessageId): RegExp {
  return new RegExp(`^${patternOf(parse(catalogues[locale][id]))}$`);
}

function patternOf(elements: readonly MessageFormatElement[]): string {
  return elements.map(patternOfElement).join("");
}

function patternOfElement(element: MessageFormatElement): string {
  switch (element.type) {
    case TYPE.literal:
      return element.value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    case TYPE.plural:
    case TYPE.select:
      return `(?:${Object.values(element.options)
        .map(({ value }) => patternOf(value))
        .join("|")})`;
    case TYPE.tag:
      return patternOf(element.children);
    default:
      return ".+";
  }
}
