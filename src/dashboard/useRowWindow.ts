import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { createRowHeights, type RowHeights } from "./rowHeights.ts";

/** Rows beyond the window's edges that are in the document, so that scrolling meets no gap. Each costs as much as a visible one. */
const overscan = 4;

interface RowWindowOptions {
  /** Holds a child with `data-index` for each row that is in the document. */
  readonly body: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Pixels of a row that was not measured yet. */
  readonly estimate: number;
  /** Pixels from the top of the page to the body. */
  readonly offsetInPage: number;
  /** Stays in the document wherever the page scrolls; -1: none does. */
  readonly keptIndex: number;
}

export interface RowWindow {
  /** Places of the rows to render, rising. */
  readonly indexes: readonly number[];
  /** Pixels from the top of the body. */
  readonly startOf: (index: number) => number;
  readonly totalHeight: number;
  /** Brings a row to the middle of the window; it is rendered after that. */
  readonly scrollTo: (index: number) => void;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * The rows near the window while the page scrolls. What a poll or a new order costs does not depend on how many rows
 * there are, and a row that turns out higher or lower above the window moves nothing that a person is reading.
 */
export function useRowWindow({
  body,
  count,
  estimate,
  offsetInPage,
  keptIndex,
}: RowWindowOptions): RowWindow {
  const heights = useMemo(() => createRowHeights(estimate), [estimate]);
  heights.setCount(count);
  const [range, setRange] = useState(() => rangeNear(heights, offsetInPage));
  const [, renderAgain] = useState(0);
  const follow = useCallback(
    () => setRange((known) => sameOr(known, rangeNear(heights, offsetInPage))),
    [heights, offsetInPage],
  );
  useEffect(() => {
    window.addEventListener("scroll", follow, { passive: true });
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow);
      window.removeEventListener("resize", follow);
    };
  }, [follow]);
  const measurer = useMemo(() => createMeasurer(() => renderAgain((renderings) => renderings + 1)), []);
  useEffect(() => measurer.stop, [measurer]);
  useLayoutEffect(() => {
    if (body.current === null || !measurer.measure(body.current, heights, offsetInPage)) return;
    renderAgain((renderings) => renderings + 1);
    follow();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: fewer rows may end above the window
  useLayoutEffect(follow, [follow, count]);
  return {
    indexes: indexesOf(range, count, keptIndex),
    startOf: heights.startOf,
    totalHeight: heights.total(),
    scrollTo: useCallback(
      (index) => {
        const top = offsetInPage + heights.startOf(index) - (window.innerHeight - estimate) / 2;
        window.scrollTo({ top, behavior: "instant" });
      },
      [heights, offsetInPage, estimate],
    ),
  };
}

function rangeNear(heights: RowHeights, offsetInPage: number): Range {
  const top = window.scrollY - offsetInPage;
  return { first: heights.indexAt(top), last: heights.indexAt(top + window.innerHeight) };
}

function sameOr(known: Range, range: Range): Range {
  return known.first === range.first && known.last === range.last ? known : range;
}

function indexesOf({ first, last }: Range, count: number, keptIndex: number): readonly number[] {
  const from = Math.max(0, first - overscan);
  const end = Math.min(count, last + overscan + 1);
  const near = Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);
  if (keptIndex < 0 || keptIndex >= count || (keptIndex >= from && keptIndex < end)) return near;
  return keptIndex < from ? [keptIndex, ...near] : [...near, keptIndex];
}

/** Knows the height of each row in the document; reads the layout only for rows that are new in it. */
function createMeasurer(onChange: () => void) {
  const known = new WeakMap<Element, number>();
  let observed = new WeakSet<Element>();
  const observer = new ResizeObserver((entries) => {
    let hasChanged = false;
    for (const { target } of entries) {
      if (!target.isConnected) observer.unobserve(target);
      else if (heightOf(target) !== known.get(target)) {
        known.set(target, heightOf(target));
        hasChanged = true;
      }
    }
    if (hasChanged) onChange();
  });

  function observe(row: Element): void {
    if (observed.has(row)) return;
    observed.add(row);
    observer.observe(row);
    known.set(row, heightOf(row));
  }

  return {
    stop() {
      observer.disconnect();
      observed = new WeakSet();
    },
    /**
     * Whether a row is not as high as was known of its place. Scrolls by what has grown above the window. Asks for
     * nothing that makes the browser lay out the page while all rows are as they were.
     */
    measure(body: HTMLElement, heights: RowHeights, offsetInPage: number): boolean {
      let hasChanged = false;
      let grownAbove = 0;
      for (const row of body.children) {
        observe(row);
        const height = known.get(row) ?? 0;
        // Not laid out.
        if (height === 0) continue;
        const index = Number(row.getAttribute("data-index"));
        const grown = heights.measure(index, height);
        if (grown === 0) continue;
        hasChanged = true;
        if (offsetInPage + heights.startOf(index) < window.scrollY) grownAbove += grown;
      }
      if (grownAbove !== 0) window.scrollBy({ top: grownAbove, behavior: "instant" });
      return hasChanged;
    },
  };
}

function heightOf(row: Element): number {
  return row instanceof HTMLElement ? row.offsetHeight : 0;
}
