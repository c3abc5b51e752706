import { type RefObject, useEffect } from "react";
import { fallen, takesLostFocus } from "./lostFocus.ts";
import { rootOf } from "./rootOf.ts";

const choices = [
  `[${Object.keys(takesLostFocus)}]`,
  "a[href], button, input, select, textarea, summary, [tabindex]",
];

/**
 * Within `area` the focus is never lost: when what has it is taken out, as by a poll or by its own press, the nearest of
 * what was around it and is still there gives it to what is marked for that, else to the first thing that can take it.
 */
export function useKeptFocus(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const within = area.current;
    if (within === null) return;
    let focused: Element | null = null;
    let around: readonly Element[] = [];
    const observer = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return;
      const nearest = around;
      forget();
      if (hasNoFocus(within)) focusIn(nearest);
    });
    const forget = () => {
      focused = null;
      around = [];
      observer.disconnect();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? target : null;
      around = focused === null ? [] : elementsAround(focused, within);
      observer.observe(within, { childList: true, subtree: true });
    };
    // What is taken out may lose the focus before it is out; it is for good only where it stays.
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (target instanceof Element) fallen.delete(target);
        if (focused === target && focused?.isConnected) forget();
      });
    within.addEventListener("focusin", onFocusIn);
    within.addEventListener("focusout", onFocusOut);
    return () => {
      forget();
      within.removeEventListener("focusin", onFocusIn);
      within.removeEventListener("focusout", onFocusOut);
    };
  }, [area]);
}

/** From the nearest to `within`. */
function elementsAround(element: Element, within: Element): readonly Element[] {
  const around: Element[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement) {
    around.push(one);
    if (one === within) break;
  }
  return around;
}

function hasNoFocus(within: Element): boolean {
  const { activeElement } = rootOf(within);
  return activeElement === null || activeElement === within.ownerDocument.body;
}

function focusIn(around: readonly Element[]): void {
  for (const one of around) {
    if (!one.isConnected) continue;
    for (const candidate of choices.flatMap((choice) => [...one.querySelectorAll<HTMLElement>(choice)])) {
      candidate.focus({ preventScroll: true });
      if (rootOf(candidate).activeElement !== candidate) continue;
      fallen.add(candidate);
      return;
    }
  }
}
