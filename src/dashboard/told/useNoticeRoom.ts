import { type RefObject, useLayoutEffect } from "react";
import { useOwnPage } from "../../ui/ownPage.ts";

/** Pixels between the notice and the edge of the window, and as many again between it and what is read. */
const marginsPx = 32;

/**
 * Tells the styles within `page` how much of the window `notice` covers at its bottom, `--notice-room`, and has the
 * browser scroll what gets the focus above it.
 */
export function useNoticeRoom(
  page: RefObject<HTMLElement | null>,
  notice: RefObject<HTMLElement | null>,
): void {
  const isOwnPage = useOwnPage();
  useLayoutEffect(() => {
    const view = page.current?.ownerDocument.defaultView;
    if (page.current === null || notice.current === null || !view) return;
    const [pageElement, noticeElement] = [page.current, notice.current];
    const root = pageElement.ownerDocument.documentElement;
    const tell = () => {
      const room = `${noticeElement.offsetHeight + marginsPx}px`;
      pageElement.style.setProperty("--notice-room", room);
      if (isOwnPage) root.style.setProperty("scroll-padding-bottom", room);
    };
    tell();
    const observer = new view.ResizeObserver(tell);
    observer.observe(noticeElement);
    return () => {
      observer.disconnect();
      pageElement.style.removeProperty("--notice-room");
      if (isOwnPage) root.style.removeProperty("scroll-padding-bottom");
    };
  }, [page, notice, isOwnPage]);
}
