import en from "../../src/i18n/messages/en.json" with { type: "json" };
import ru from "../../src/i18n/messages/ru.json" with { type: "json" };
import type { MessageId } from "../../src/i18n/useText.ts";

const catalogues: Readonly<Record<"en" | "ru", Readonly<Record<MessageId, string>>>> = { en, ru };

/** A message as it stands on the page, whatever its placeholders hold. */
export function words(locale: "en" | "ru", id: MessageId): RegExp {
  return new RegExp(`^${fixedParts(catalogues[locale][id]).map(escapeRegExp).join(".+")}$`);
}

/** The text around the outermost placeholders. */
function fixedParts(message: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of message) {
    if (character === "{" && depth === 0) parts.push("");
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (depth === 0) parts.push((parts.pop() ?? "") + character);
  }
  return parts;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
