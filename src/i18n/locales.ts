import { localeTable } from "./localeTable.ts";

/** Of a catalogue in `messages/`. */
export type LocaleCode = string;

/** Every language the product speaks. Adding one is a catalogue in `messages/`. */
export const locales = localeTable;

export const localeCodes: readonly LocaleCode[] = Object.keys(locales);

export function isLocaleCode(value: unknown): value is LocaleCode {
  return typeof value === "string" && Object.hasOwn(locales, value);
}

/** The first language of the list that there is a catalogue for, by its primary subtag; English when there is none. */
export function chooseLocale(preferred: readonly (string | null | undefined)[]): LocaleCode {
  const primaries = preferred.map((tag) => tag?.toLowerCase().split("-")[0]);
  return primaries.find(isLocaleCode) ?? "en";
}

/** English where a code has none. */
export function directionOf(code: LocaleCode): "ltr" | "rtl" {
  return locales[code]?.direction ?? "ltr";
}
