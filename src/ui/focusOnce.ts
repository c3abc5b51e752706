import { mayTakeFocus, rootOf } from "./rootOf.ts";

/**
 * A `ref` for the heading of a page that takes the place of another: brings whoever reads by ear to it. Ringed as the
 * browser finds right, but not where nothing had the focus, as after a load: browsers would ring it there, too.
 */
export function focusOnce(heading: HTMLHeadingElement | null): void {
  if (heading === null || !mayTakeFocus(heading)) return;
  const { activeElement } = rootOf(heading);
  const isFirst = activeElement === null || activeElement === heading.ownerDocument.body;
  heading.focus(isFirst ? { focusVisible: false } : {});
}
