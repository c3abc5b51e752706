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
  // A plain loop: this is done for thousands of items after each poll, and copied where it has to be, at one go.
  let changed = before.items.length === items.length ? null : before.results.slice(0, items.length);
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place] as Item;
    const isOld = place < before.items.length;
    if (isOld && item === before.items[place]) continue;
    const result = derive(item);
    if (isOld && result === before.results[place]) continue;
    changed ??= before.results.slice();
    changed[place] = result;
  }
  return { items, results: changed ?? before.results };
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
