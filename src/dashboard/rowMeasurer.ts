interface Known {
  /** Which row was measured. */
  readonly key: string | undefined;
  /** Pixels. */
  readonly height: number;
}

/** Knows the height of each rendered row. `onChange`: the browser has laid one out anew by itself, as in another width. */
export function createRowMeasurer(onChange: () => void) {
  const known = new WeakMap<Element, Known>();
  let observed = new WeakSet<Element>();
  const observer = new ResizeObserver((entries) => {
    let hasChanged = false;
    for (const { target } of entries) {
      const before = known.get(target);
      if (!target.isConnected) observer.unobserve(target);
      else if (heightOf(target) !== before?.height) {
        known.set(target, { key: before?.key, height: heightOf(target) });
        hasChanged = true;
      }
    }
    if (hasChanged) onChange();
  });

  function heightAs(row: Element, key: string | undefined): number {
    const before = known.get(row);
    if (observed.has(row) && before?.key === key) return before?.height ?? 0;
    if (!observed.has(row)) observer.observe(row);
    observed.add(row);
    const height = heightOf(row);
    known.set(row, { key, height });
    return height;
  }

  return {
    stop() {
      observer.disconnect();
      observed = new WeakSet();
    },
    /**
     * Pixels of each child; `keys` say which row it shows. Asks for nothing that makes the browser lay out the page
     * while all children show the rows that they did.
     */
    read: (body: HTMLElement, keys: readonly (string | undefined)[]): readonly number[] =>
      Array.from(body.children, (row, place) => heightAs(row, keys[place])),
  };
}

function heightOf(row: Element): number {
  return row instanceof HTMLElement ? row.offsetHeight : 0;
}
