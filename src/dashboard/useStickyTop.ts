import { type RefObject, useLayoutEffect } from "react";

/** Tells the styles within `page` how much of the window `bar` covers while it sticks: `--table-top`. */
export function useStickyTop(page: RefObject<HTMLElement | null>, bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const view = bar.current?.ownerDocument.defaultView;
    if (page.current === null || bar.current === null || !view) return;
    const [pageElement, barElement] = [page.current, bar.current];
    const tell = () => {
      const { position, top } = view.getComputedStyle(barElement);
      const covered = position === "sticky" ? barElement.offsetHeight + (Number.parseFloat(top) || 0) : 0;
      pageElement.style.setProperty("--table-top", `${covered}px`);
    };
    tell();
    const observer = new view.ResizeObserver(tell);
    observer.observe(pageElement);
    observer.observe(barElement);
    return () => observer.disconnect();
  }, [page, bar]);
}
