import { createIntl } from "react-intl";
import { loadWords } from "../../src/i18n/loadWords.ts";
import type { LocaleCode } from "../../src/i18n/locales.ts";
import type { FormatText } from "../../src/i18n/useText.ts";

/** The words of a locale without a component. */
export async function formatTextIn(locale: LocaleCode): Promise<FormatText> {
  const intl = createIntl({ locale, messages: await loadWords(locale, "all") });
  return (id, values) => intl.formatMessage({ id }, values);
}
