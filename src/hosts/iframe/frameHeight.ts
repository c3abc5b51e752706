/** A frame without an end would have every row of a large tenant in the document. */
const mostHeight = 4_000;

/** Tells how high the content is, in pixels, for as long as the page lives. */
export function reportHeight(content: HTMLElement, report: (height: number) => void): void {
  let reported = -1;
  new ResizeObserver(() => {
    const height = Math.min(mostHeight, Math.ceil(content.getBoundingClientRect().height));
    if (height !== reported) report(height);
    reported = height;
  }).observe(content);
}
