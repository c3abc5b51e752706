import { type RefObject, useEffect, useLayoutEffect, useState } from "react";

interface Fitting {
  /** What it was found for; something else begins anew with `most`. */
  readonly of: string;
  readonly rows: number;
}

/**
 * How many rows of a page fit into `table` without one being cut, at most `most` and at least one. Long names take more
 * lines, and nobody can scroll a wall. `listed` names the rows: other ones may need less room.
 */
export function useFittingRows(table: RefObject<HTMLElement | null>, most: number, listed: string): number {
  const [size, setSize] = useState("");
  const [fitting, setFitting] = useState<Fitting | null>(null);
  useEffect(() => {
    const { current } = table;
    if (current === null) return;
    const observer = new ResizeObserver(() => setSize(`${current.clientWidth} × ${current.clientHeight}`));
    observer.observe(current);
    return () => observer.disconnect();
  }, [table]);
  const of = `${most} ${size} ${listed}`;
  const rows = fitting?.of === of ? fitting.rows : most;
  // After each render: words that change may need another line.
  useLayoutEffect(() => {
    const { current } = table;
    if (current !== null && rows > 1 && current.scrollHeight > current.clientHeight + 1)
      setFitting({ of, rows: rows - 1 });
  });
  return rows;
}
