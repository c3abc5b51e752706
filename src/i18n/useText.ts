import { useCallback } from "react";
import { useIntl } from "react-intl";
import type en from "./messages/en.json";

export type MessageId = keyof typeof en;

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId;
    }
  }
}

export type TextValues = Readonly<Record<string, string | number | Date | null | undefined>>;
export type FormatText = (id: MessageId, values?: TextValues) => string;

/** Messages of the current catalogue as plain text. */
export function useText(): FormatText {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
