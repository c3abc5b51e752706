import { type IntlShape, useIntl } from "react-intl";
import type en from "./messages/en.json";

export type MessageId = Exclude<keyof typeof en, `$${string}`>;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}

export type TextValues = Readonly<Record<string, string | number | Date | null | undefined>>;
export type FormatText = (id: MessageId, values?: TextValues) => string;

const texts = new WeakMap<IntlShape, FormatText>();

/** Messages of the current catalogue as plain text. */
export function useText(): FormatText {
  return textOf(useIntl());
}

/** One for each catalogue, since a table asks for it some hundred times. */
function textOf(intl: IntlShape): FormatText {
  const known = texts.get(intl);
  if (known !== undefined) return known;
  const text: FormatText = (id, values) => intl.formatMessage({ id }, values);
  texts.set(intl, text);
  return text;
}
