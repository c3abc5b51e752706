import { createContext, useContext } from "react";

/** What scrolls the product: the window or, in someone else's page, whatever they scroll it with. Pixels throughout. */
export interface Scroller {
  readonly top: () => number;
  /** Of what is seen at once. */
  readonly height: () => number;
  /** From the top of the window to the top of what is seen. */
  readonly edge: () => number;
  readonly scrollTo: (top: number) => void;
  readonly scrollBy: (top: number) => void;
  /** Calls back when it has scrolled, and when the window has another size. Returns what ends that. */
  readonly subscribe: (onScroll: () => void, onResize: () => void) => () => void;
  /** What changes its size when something within grows. */
  readonly contents: () => readonly Element[];
}

const windowScroller: Scroller = {
  top: () => window.scrollY,
  height: () => window.innerHeight,
  edge: () => 0,
  scrollTo: (top) => window.scrollTo({ top, behavior: "instant" }),
  scrollBy: (top) => window.scrollBy({ top, behavior: "instant" }),
  subscribe: (...listeners) => subscribeTo(window, ...listeners),
  contents: () => [document.body],
};

/**
 * The nearest ancestor of an element that scrolls it, across shadow roots; the window where there is none. The same
 * object for the same one.
 */
export function scrollerAround(element: Element): Scroller {
  const { documentElement, body } = element.ownerDocument;
  for (let around = parentOf(element); around !== null; around = parentOf(around)) {
    // What these two scroll by is the window.
    if (around === body || around === documentElement) break;
    if (/^(auto|scroll)$/.test(getComputedStyle(around).overflowY)) return elementScroller(around);
  }
  return windowScroller;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

const elementScrollers = new WeakMap<Element, Scroller>();

function elementScroller(element: Element): Scroller {
  const known = elementScrollers.get(element);
  if (known !== undefined) return known;
  const scroller: Scroller = {
    top: () => element.scrollTop,
    height: () => element.clientHeight,
    edge: () => element.getBoundingClientRect().top + element.clientTop,
    scrollTo: (top) => element.scrollTo({ top, behavior: "instant" }),
    scrollBy: (top) => element.scrollBy({ top, behavior: "instant" }),
    subscribe: (...listeners) => subscribeTo(element, ...listeners),
    contents: () => [...element.children],
  };
  elementScrollers.set(element, scroller);
  return scroller;
}

function subscribeTo(target: EventTarget, onScroll: () => void, onResize: () => void): () => void {
  target.addEventListener("scroll", onScroll, { passive: true });
  window.addEventListener("resize", onResize);
  return () => {
    target.removeEventListener("scroll", onScroll);
    window.removeEventListener("resize", onResize);
  };
}

const ScrollerContext = createContext(windowScroller);
export const ScrollerProvider = ScrollerContext.Provider;

export function useScroller(): Scroller {
  return useContext(ScrollerContext);
}
