import type { ReactNode } from "react";
import { IntlProvider, useIntl } from "react-intl";
import { loadWords, type Words } from "./loadWords.ts";
import { chooseLocale, type LocaleCode } from "./locales.ts";
import { readPromise } from "./readPromise.ts";

interface LocaleProviderProps {
  readonly locale: LocaleCode;
  readonly words: Words;
  readonly children: ReactNode;
}

/** Suspends until the words are there. */
export function LocaleProvider({ locale, words, children }: LocaleProviderProps) {
  const messages = readPromise(loadWords(locale, words));
  return (
    <IntlProvider locale={locale} messages={messages} onError={reportError} textComponent="span">
      {children}
    </IntlProvider>
  );
}

/** Gives what it holds every word of the language around it; for parts that are not on the first screen. */
export function AllWords({ children }: { readonly children: ReactNode }) {
  return (
    <LocaleProvider locale={chooseLocale([useIntl().locale])} words="all">
      {children}
    </LocaleProvider>
  );
}
