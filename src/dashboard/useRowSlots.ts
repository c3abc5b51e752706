import { useLayoutEffect, useRef } from "react";

/**
 * For each row the element that shows it, as a number to key it by. A row keeps its element as long as it is rendered;
 * a row that comes takes over the element of one that goes, so that a new order changes texts and makes no elements.
 * Nobody takes over the element that holds the focus. `keys`: of the rendered rows, in their order.
 */
export function useRowSlots(keys: readonly string[], focusedKey: string | null): readonly number[] {
  const committed = useRef<ReadonlyMap<string, number>>(new Map());
  const slots = assignSlots(committed.current, keys, focusedKey);
  useLayoutEffect(() => {
    committed.current = slots;
  });
  return [...slots.values()];
}

function assignSlots(
  before: ReadonlyMap<string, number>,
  keys: readonly string[],
  focusedKey: string | null,
): ReadonlyMap<string, number> {
  const isRendered = new Set(keys);
  const free = [...before]
    .filter(([key]) => !isRendered.has(key) && key !== focusedKey)
    .map(([, slot]) => slot);
  const taken = new Set(before.values());
  let unused = 0;
  const nextUnused = () => {
    while (taken.has(unused)) unused += 1;
    taken.add(unused);
    return unused;
  };
  return new Map(keys.map((key) => [key, before.get(key) ?? free.shift() ?? nextUnused()]));
}
