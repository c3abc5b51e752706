import { isLocaleCode, type LocaleCode } from "./locales.ts";

const reviews = import.meta.glob<string>("./messages/*.json", {
  query: "?part=review",
  import: "default",
  eager: true,
});

/** Languages whose catalogue no native reader has reviewed yet: its `$review` says `machine-drafted`. */
export const drafts: ReadonlySet<LocaleCode> = new Set(
  Object.entries(reviews).flatMap(([path, review]) => {
    const code = /(\w+)\.json/.exec(path)?.[1];
    return review === "machine-drafted" && isLocaleCode(code) ? [code] : [];
  }),
);
