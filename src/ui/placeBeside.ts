/** Kept free between what is placed, what it stands beside, and the edges of the window; in pixels. */
const [gap, edge] = [4, 8];

/**
 * Keeps a fixed element below another one, or above it where there is more room, within the window and level with its
 * end where that fits. Follows scrolling and resizing until the returned function is called.
 */
export function placeBeside(element: HTMLElement, beside: HTMLElement): () => void {
  const view = element.ownerDocument.defaultView;
  if (view === null) return () => undefined;
  const place = () => {
    const target = beside.getBoundingClientRect();
    const [width, height] = [view.innerWidth, view.innerHeight];
    element.style.maxHeight = "";
    const { offsetWidth, offsetHeight } = element;
    const [below, above] = [height - target.bottom - gap - edge, target.top - gap - edge];
    const isBelow = offsetHeight <= below || below >= above;
    const shownHeight = Math.min(offsetHeight, Math.max(isBelow ? below : above, 120));
    const isRightToLeft = view.getComputedStyle(beside).direction === "rtl";
    const left = isRightToLeft ? target.left : target.right - offsetWidth;
    element.style.maxHeight = `${shownHeight}px`;
    element.style.top = `${isBelow ? target.bottom + gap : target.top - gap - shownHeight}px`;
    element.style.left = `${Math.max(edge, Math.min(left, width - offsetWidth - edge))}px`;
  };
  const onScroll = ({ target }: Event) => {
    if (!(target instanceof view.Node && element.contains(target))) place();
  };
  place();
  view.addEventListener("resize", place);
  view.addEventListener("scroll", onScroll, { capture: true, passive: true });
  return () => {
    view.removeEventListener("resize", place);
    view.removeEventListener("scroll", onScroll, { capture: true });
  };
}
