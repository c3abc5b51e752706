interface Locale {
  /** Of the language, in itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

const table = {
  en: { name: "English", direction: "ltr" },
  ru: { name: "Русский", direction: "ltr" },
  de: { name: "Deutsch", direction: "ltr" },
  fr: { name: "Français", direction: "ltr" },
  es: { name: "Español", direction: "ltr" },
  ja: { name: "日本語", direction: "ltr" },
  ar: { name: "العربية", direction: "rtl" },
} as const satisfies Record<string, Locale>;

export type LocaleCode = keyof typeof table;

/** Every language the product speaks. Adding one is an entry here and a catalogue in `messages/`. */
export const locales: Readonly<Record<LocaleCode, Locale>> = table;

export const localeCodes = Object.keys(locales) as LocaleCode[];

export function isLocaleCode(value: unknown): value is LocaleCode {
  return typeof value === "string" && Object.hasOwn(locales, value);
}

/** The first language of the list that there is a catalogue for, by its primary subtag; English when there is none. */
export function chooseLocale(preferred: readonly (string | null | undefined)[]): LocaleCode {
  const primaries = preferred.map((tag) => tag?.toLowerCase().split("-")[0]);
  return primaries.find(isLocaleCode) ?? "en";
}
