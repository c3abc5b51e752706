import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { type Scroller, useScroller } from "../ui/scroller.ts";
import { createRowHeights, type RowHeights } from "./rowHeights.ts";
import { createRowMeasurer } from "./rowMeasurer.ts";

/**
 * Rows beyond the window's edges that are in the document, so that scrolling meets no gap. Each costs as much as a
 * visible one, so there are few of them until somebody scrolls through an answer.
 */
const overscan = { resting: 2, scrolling: 6 } as const;

interface RowWindowOptions {
  /** Holds the rendered rows in their order, one below the other, and nothing else. */
  readonly body: RefObject<HTMLElement | null>;
  /** By which they are told apart. */
  readonly rows: readonly { readonly key: string }[];
  /** What they answer; the same object as long as the same is asked. */
  readonly question: object;
  /** Pixels of a row that was not measured yet. */
  readonly estimate: number;
  /** Pixels from the top of what scrolls to the body. */
  readonly offsetInPage: number;
  /** Stays in the document wherever the page scrolls; -1: none does. */
  readonly keptIndex: number;
}

export interface RowWindow {
  /** Places of the rows to render, rising. */
  readonly indexes: readonly number[];
  /** Pixels from the top of the body, of a row that does not follow the others; `null`: it does. */
  readonly apartAt: (index: number) => number | null;
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
 * Gives the body the height of all rows, and room where those before the first rendered one would be.
 */
export function useRowWindow({
  body,
  rows,
  question,
  estimate,
  offsetInPage,
  keptIndex,
}: RowWindowOptions): RowWindow {
  const count = rows.length;
  const heights = useMemo(() => createRowHeights(estimate), [estimate]);
  heights.setCount(count);
  const scroller = useScroller();
  const [range, setRange] = useState(() => rangeNear(heights, offsetInPage, scroller));
  const [scrolled, setScrolled] = useState<object | null>(null);
  const [, renderAgain] = useState(0);
  const follow = useCallback(
    () => setRange((known) => sameOr(known, rangeNear(heights, offsetInPage, scroller))),
    [heights, offsetInPage, scroller],
  );
  useEffect(() => {
    const onScroll = () => {
      setScrolled(question);
      follow();
    };
    return scroller.subscribe(onScroll, follow);
  }, [scroller, follow, question]);
  const measurer = useMemo(() => createRowMeasurer(() => renderAgain((renderings) => renderings + 1)), []);
  useEffect(() => measurer.stop, [measurer]);
  const near = withOverscan(range, overscan[scrolled === question ? "scrolling" : "resting"], count);
  const indexes = indexesOf(near, count, keptIndex);
  useLayoutEffect(() => {
    if (body.current === null) return;
    placeRows(body.current, heights, near.from);
    const isAbove = (index: number) => offsetInPage + heights.startOf(index) < scroller.top();
    const keys = indexes.map((index) => rows[index]?.key);
    const grownAbove = noteHeights(heights, indexes, measurer.read(body.current, keys), isAbove);
    if (grownAbove === null) return;
    placeRows(body.current, heights, near.from);
    if (grownAbove !== 0) scroller.scrollBy(grownAbove);
    follow();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `follow` reads the window, which may be below the last row once `count` is less
  useLayoutEffect(follow, [follow, count]);
  return {
    indexes,
    apartAt: (index) => (index >= near.from && index < near.end ? null : heights.startOf(index)),
    scrollTo: useCallback(
      (index) => {
        const top = offsetInPage + heights.startOf(index) - (scroller.height() - estimate) / 2;
        scroller.scrollTo(top);
      },
      [heights, offsetInPage, estimate, scroller],
    ),
  };
}

/** By hand: the rows stand one below the other by themselves, so none is rendered again for the height of another. */
function placeRows({ style }: HTMLElement, heights: RowHeights, from: number): void {
  style.height = `${heights.total()}px`;
  style.paddingTop = `${heights.startOf(from)}px`;
}

function rangeNear(heights: RowHeights, offsetInPage: number, scroller: Scroller): Range {
  const top = scroller.top() - offsetInPage;
  return { first: heights.indexAt(top), last: heights.indexAt(top + scroller.height()) };
}

function sameOr(known: Range, range: Range): Range {
  return known.first === range.first && known.last === range.last ? known : range;
}

/** `end`: the first row that is beyond. */
interface Near {
  readonly from: number;
  readonly end: number;
}

function withOverscan({ first, last }: Range, beyond: number, count: number): Near {
  const end = Math.min(count, last + beyond + 1);
  return { from: Math.min(Math.max(0, first - beyond), end), end };
}

function indexesOf({ from, end }: Near, count: number, keptIndex: number): readonly number[] {
  const near = Array.from({ length: end - from }, (_, place) => from + place);
  if (keptIndex < 0 || keptIndex >= count || (keptIndex >= from && keptIndex < end)) return near;
  return keptIndex < from ? [keptIndex, ...near] : [...near, keptIndex];
}

/** By how much the rows above the window have grown; `null`: every row is as high as was known of its place. */
function noteHeights(
  heights: RowHeights,
  indexes: readonly number[],
  measured: readonly number[],
  isAbove: (index: number) => boolean,
): number | null {
  let hasChanged = false;
  let grownAbove = 0;
  indexes.forEach((index, place) => {
    const height = measured[place] ?? 0;
    // Not laid out.
    if (height === 0) return;
    const grown = heights.measure(index, height);
    if (grown === 0) return;
    hasChanged = true;
    if (isAbove(index)) grownAbove += grown;
  });
  return hasChanged ? grownAbove : null;
}
