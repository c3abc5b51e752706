/**
 * One form for texts that a person would call the same: case, accents, composition, width (Ａ and A), dashes and quotes,
 * ё and е, and letters of the Cyrillic and Greek alphabets that look like Latin ones, because a name typed in one
 * alphabet is often searched for in another. Folding twice changes nothing.
 * Sources: https://unicode.org/reports/tr15/ (NFKD), https://unicode.org/reports/tr39/#Confusable_Detection
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(unseen, "")
    .replace(foldable, (character) => folds.get(character) ?? character);
}

/** Marks that were told apart from their letters, and characters that take no room. */
const unseen = /[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]+/gu;

/** A letter's capital or its small form decides, whichever looks more alike. */
const pairs: readonly (readonly [from: string, to: string])[] = [
  ["авекмнорстухіјѕԁԛԝһӏ", "abekmhopctyxijsdqwhl"],
  ["αβεζηικμνορτυχς", "abezhikmnoptyxσ"],
  ["øłđħıŋ", "oldhin"],
  ["‐‑‒–—―−", "-------"],
  ["‘’ʼ′“”«»„″", '\'\'\'\'""""""'],
];

const folds = new Map<string, string>([
  ...pairs.flatMap(([from, to]) =>
    Array.from(from, (letter, index) => [letter, to[index] ?? letter] as const),
  ),
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
]);

const foldable = new RegExp(`[${[...folds.keys()].join("")}]`, "gu");
