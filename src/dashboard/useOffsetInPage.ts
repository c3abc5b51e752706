import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * Pixels between the top of the page and the element, kept right while what stands above it grows and shrinks.
 * The page scrolls along while a person is at the element or reads it further down, so that nothing moves away
 * from under the pointer; what browsers do of this by themselves they leave out at the top of the page.
 */
export function useOffsetInPage(element: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    const view = target?.ownerDocument.defaultView;
    if (target === null || !view) return;
    const offsetNow = () => Math.round(target.getBoundingClientRect().top + view.scrollY);
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
      const isAtWork = isPointed || target.contains(page.activeElement);
      if (isAtWork || view.scrollY > known) view.scrollBy({ top: moved, behavior: "instant" });
    };
    const observer = new view.ResizeObserver(follow);
    observer.observe(page.body);
    return () => {
      observer.disconnect();
      page.removeEventListener("pointermove", onMove);
    };
  }, [element]);
  return offset;
}
