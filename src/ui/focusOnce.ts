import { mayTakeFocus } from "./rootOf.ts";

/** A `ref` for the heading of a page that takes the place of another: brings whoever reads by ear to it. */
export function focusOnce(heading: HTMLHeadingElement | null): void {
  if (heading !== null && mayTakeFocus(heading)) heading.focus();
}
