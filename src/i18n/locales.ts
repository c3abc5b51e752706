/** Every language the product speaks, by its own name. Adding one is an entry here and a catalogue in `messages/`. */
export const locales = {
  en: { name: "English", direction: "ltr" },
  ru: { name: "Русский", direction: "ltr" },
} as const;

export type LocaleCode = keyof typeof locales;

export const localeCodes = Object.keys(locales) as LocaleCode[];

export function isLocaleCode(value: unknown): value is LocaleCode {
  return typeof value === "string" && Object.hasOwn(locales, value);
}

/** The first language of the list that there is a catalogue for, by its primary subtag; English when there is none. */
export function chooseLocale(preferred: readonly (string | null | undefined)[]): LocaleCode {
  const primaries = preferred.map((tag) => tag?.toLowerCase().split("-")[0]);
  return primaries.find(isLocaleCode) ?? "en";
}
