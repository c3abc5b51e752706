/** What a key asks of the page wherever the focus is. */
export type PageKey = "search" | "help" | "close";
/** Where a key moves the focus among the rows; arrows are the table's own. */
export type RowKey = "nextPage" | "previousPage" | "first" | "last";

type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey" | "isComposing"
>;

/**
 * The character counts, wherever the layout has it: `/` is Shift+7 in Germany. On Russian and other layouts whose key
 * of that place gives a full stop or, with Shift, a comma, the place counts too: their own `/` is hard to find.
 * `null` with Ctrl, Alt or the system's key, and while an input method composes.
 */
export function pageKeyOf(press: Press): PageKey | null {
  if (isModified(press)) return null;
  const { key, code, shiftKey } = press;
  if (key === "Escape") return "close";
  const isPlace = code === "Slash";
  if (key === "/" || (isPlace && key === ".")) return "search";
  return key === "?" || (isPlace && shiftKey && key === ",") ? "help" : null;
}

export function rowKeyOf(press: Press): RowKey | null {
  return isModified(press) || press.shiftKey ? null : (rowKeys.get(press.key) ?? null);
}

const rowKeys: ReadonlyMap<string, RowKey> = new Map([
  ["PageDown", "nextPage"],
  ["PageUp", "previousPage"],
  ["Home", "first"],
  ["End", "last"],
]);

/**
 * Leads from the search to what it has found, as from a combobox into its list.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function isToRows(press: Press): boolean {
  return press.key === "ArrowDown" && !isModified(press) && !press.shiftKey;
}

/** Where a key leads from a row, among `count` rows of which `perPage` fit the window. */
export function rowAfter(key: RowKey, from: number, { count, perPage }: { count: number; perPage: number }) {
  const index = { first: 0, last: count - 1, nextPage: from + perPage, previousPage: from - perPage }[key];
  return Math.min(Math.max(index, 0), count - 1);
}

/** Whether keys belong to what has the focus: it takes text or moves by letters. */
export function isField(target: EventTarget | null): boolean {
  const fields = "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox]";
  return target instanceof Element && target.closest(fields) !== null;
}

function isModified({ ctrlKey, altKey, metaKey, isComposing }: Press): boolean {
  return ctrlKey || altKey || metaKey || isComposing;
}
