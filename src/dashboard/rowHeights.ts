/** Heights of many rows in pixels, of which only those that were measured differ from an estimate. */
export interface RowHeights {
  /** Pixels of all rows. */
  readonly total: () => number;
  /** Pixels above a row. */
  readonly startOf: (index: number) => number;
  /** The row at so many pixels from the top of the first; the first or last one beyond the ends. */
  readonly indexAt: (offset: number) => number;
  /** Keeps the heights at the places that remain. */
  readonly setCount: (count: number) => void;
  /** By how much it differs from what was known. */
  readonly measure: (index: number, height: number) => number;
}

/**
 * Heights belong to places, not to rows: what a place measured when another row stood there is a good estimate
 * still. Sums are kept in a binary indexed tree, so that neither a new row nor a new order costs a pass over all.
 * Source: P. Fenwick, A new data structure for cumulative frequency tables (1994)
 */
export function createRowHeights(estimate: number): RowHeights {
  /** What each place measured beyond the estimate, and in `tree[i]` the sum of the places that end before `i`. */
  let extra = new Float64Array(0);
  let tree = new Float64Array(1);

  function add(index: number, difference: number): void {
    for (let node = index + 1; node < tree.length; node += node & -node) {
      tree[node] = (tree[node] as number) + difference;
    }
  }

  function startOf(index: number): number {
    let sum = index * estimate;
    for (let node = Math.min(index, extra.length); node > 0; node -= node & -node)
      sum += tree[node] as number;
    return sum;
  }

  function indexAt(offset: number): number {
    let index = 0;
    let left = offset;
    for (let step = highestBit(extra.length); step > 0; step >>= 1) {
      const next = index + step;
      const height = step * estimate + (tree[next] ?? 0);
      if (next > extra.length || height > left) continue;
      index = next;
      left -= height;
    }
    return Math.max(0, Math.min(index, extra.length - 1));
  }

  return {
    total: () => startOf(extra.length),
    startOf,
    indexAt,
    setCount(count) {
      if (count === extra.length) return;
      const before = extra;
      extra = new Float64Array(count);
      extra.set(before.subarray(0, count));
      tree = new Float64Array(count + 1);
      extra.forEach((difference, index) => {
        if (difference !== 0) add(index, difference);
      });
    },
    measure(index, height) {
      const difference = height - estimate - (extra[index] ?? height - estimate);
      if (difference === 0) return 0;
      extra[index] = height - estimate;
      add(index, difference);
      return difference;
    },
  };
}

function highestBit(number: number): number {
  return number === 0 ? 0 : 2 ** Math.floor(Math.log2(number));
}
