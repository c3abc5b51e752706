import { type RefObject, useLayoutEffect, useState } from "react";

/** Pixels between the top of the page and the element, kept right while what stands above it grows and shrinks. */
export function useOffsetInPage(element: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    const view = target?.ownerDocument.defaultView;
    if (target === null || !view) return;
    const measure = () => setOffset(Math.round(target.getBoundingClientRect().top + view.scrollY));
    measure();
    const observer = new view.ResizeObserver(measure);
    observer.observe(target.ownerDocument.body);
    return () => observer.disconnect();
  }, [element]);
  return offset;
}
