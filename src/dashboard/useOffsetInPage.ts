import { type RefObject, useLayoutEffect, useState } from "react";
import { rootOf } from "../ui/rootOf.ts";
import { useScroller } from "../ui/scroller.ts";

/**
 * Pixels between the top of what scrolls and the element, kept right while what stands above it grows and shrinks.
 * The page scrolls along while a person is at the element or reads it further down, so that nothing moves away
 * from under the pointer; what browsers do of this by themselves they leave out at the top of the page.
 */
export function useOffsetInPage(element: RefObject<HTMLElement | null>): number {
  const scroller = useScroller();
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    const view = target?.ownerDocument.defaultView;
    if (target === null || !view) return;
    const offsetNow = () => Math.round(target.getBoundingClientRect().top - scroller.edge() + scroller.top());
    let known = offsetNow();
    setOffset(known);
    // Neither `:hover` nor `pointerleave` would do: they tell at once what a new layout has moved under the pointer.
    let isPointed = false;
    const onMove = (event: PointerEvent) => {
      isPointed = event.composedPath().includes(target);
    };
    const page = target.ownerDocument;
    page.addEventListener("pointermove", onMove, { passive: true });
    const follow = () => {
      const moved = offsetNow() - known;
      if (moved === 0) return;
      known += moved;
      setOffset(known);
      const isAtWork = isPointed || target.contains(rootOf(target).activeElement);
      if (isAtWork || scroller.top() > known) scroller.scrollBy(moved);
    };
    const observer = new view.ResizeObserver(follow);
    for (const content of scroller.contents()) observer.observe(content);
    return () => {
      observer.disconnect();
      page.removeEventListener("pointermove", onMove);
    };
  }, [element, scroller]);
  return offset;
}
