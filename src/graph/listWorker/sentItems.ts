/**
 * Items of the list as they last went from the worker to the page, by id. Both sides keep one and put the same into it
 * in the same order, so that an id says enough. What a whole list did not name is forgotten.
 */
export interface SentItems<Item> {
  readonly get: (id: string) => Item | undefined;
  readonly put: (id: string, item: Item) => void;
  /** Puts `by` in the place of an equal `item`, where that is what went last. */
  readonly replace: (id: string, item: Item, by: Item) => void;
  readonly endList: () => void;
}

export function createSentItems<Item extends object>(): SentItems<Item> {
  let ofLastList = new Map<string, Item>();
  let since = new Map<string, Item>();
  return {
    get: (id) => since.get(id) ?? ofLastList.get(id),
    put: (id, item) => void since.set(id, item),
    replace(id, item, by) {
      const holder = since.has(id) ? since : ofLastList;
      if (holder.get(id) === item) holder.set(id, by);
    },
    endList() {
      ofLastList = since;
      since = new Map();
    },
  };
}
