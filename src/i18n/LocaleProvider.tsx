import { type ReactNode, use } from "react";
import { IntlProvider, type MessageFormatElement } from "react-intl";
import { type LocaleCode, locales } from "./locales.ts";
import type { MessageId } from "./useText.ts";

type CompiledCatalogue = Record<MessageId, MessageFormatElement[]>;

const catalogues = new Map<LocaleCode, Promise<CompiledCatalogue>>();

/** Starts loading a catalogue, once; a load that failed is tried again at the next call. */
export function loadCatalogue(locale: LocaleCode): Promise<CompiledCatalogue> {
  const known = catalogues.get(locale);
  if (known !== undefined) return known;
  const loading = locales[locale].load().then(
    // The Vite plugin hands over parsed messages where TypeScript sees the JSON source.
    (module) => module.default as unknown as CompiledCatalogue,
    (error: unknown) => {
      catalogues.delete(locale);
      throw error;
    },
  );
  catalogues.set(locale, loading);
  return loading;
}

interface LocaleProviderProps {
  readonly locale: LocaleCode;
  readonly children: ReactNode;
}

/** Suspends until the catalogue is there. */
export function LocaleProvider({ locale, children }: LocaleProviderProps) {
  const messages = use(loadCatalogue(locale));
  return (
    <IntlProvider locale={locale} messages={messages} onError={reportError} textComponent="span">
      {children}
    </IntlProvider>
  );
}
