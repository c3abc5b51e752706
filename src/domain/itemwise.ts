/** What was derived of each item of a list. */
export interface Itemwise<Item, Result> {
  readonly items: readonly Item[];
  readonly results: readonly Result[];
}

/**
 * Derives something of each item of a list that changes little from one time to the next: an item that stands where it
 * stood before costs one comparison, where looking it up costs a hundred times as much. While all results are as they
 * were, so is the array.
 */
export function deriveItemwise<Item, Result>(
  before: Itemwise<Item, Result> | null,
  items: readonly Item[],
  derive: (item: Item) => Result,
): Itemwise<Item, Result> {
  if (before === null) return { items, results: items.map(derive) };
  if (before.items === items) return before;
  let hasChanged = before.items.length !== items.length;
  // A plain loop: this is done for thousands of items after each poll.
  const results: Result[] = [];
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place] as Item;
    const known = before.results[place] as Result;
    const isKnown = place < before.items.length && item === before.items[place];
    const result = isKnown ? known : derive(item);
    if (result !== known) hasChanged = true;
    results.push(result);
  }
  return { items, results: hasChanged ? results : before.results };
}

/** The same for one list after another. */
export function createItemwise<Item, Result>(
  derive: (item: Item) => Result,
): (items: readonly Item[]) => readonly Result[] {
  let last: Itemwise<Item, Result> | null = null;
  return (items) => {
    last = deriveItemwise(last, items, derive);
    return last.results;
  };
}
