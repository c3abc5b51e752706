import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { rootOf } from "../../ui/rootOf.ts";
import type { TermId } from "./glossary.ts";

/** What is pointed at, and what its words mean. */
export interface Pointed {
  readonly target: HTMLElement;
  readonly ids: readonly TermId[];
  /** Puts the focus there. An element of a row may be another row's by then. */
  readonly focus: () => void;
}

interface Shown extends Pointed {
  /** A key has asked, and the explanation has the focus; else the mouse has. */
  readonly isAsked: boolean;
}

interface UsePointedOptions {
  readonly page: RefObject<HTMLElement | null>;
  readonly surface: RefObject<HTMLElement | null>;
  readonly findPointed: (element: Element) => Pointed | null;
  /** By key. */
  readonly findFocused: (element: Element) => Pointed | null;
}

/** The pointer comes to rest before anything appears, and may cross a gap on its way to what has appeared. */
const [restMs, graceMs] = [600, 300];

/**
 * What is to be explained now: where a mouse has come to rest, until it leaves both the word and its explanation; or
 * what had the focus when F1 was pressed. Escape ends both, as does a press elsewhere.
 * Source: https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
export function usePointed(options: UsePointedOptions) {
  const [shown, show] = useState<Shown | null>(null);
  const latest = useRef({ ...options, shown });
  useLayoutEffect(() => {
    latest.current = { ...options, shown };
    // What is pointed at may have gone, or become another row's.
    if (shown !== null && !shown.isAsked && !isStill(shown, options.findPointed)) show(null);
  });
  const { page, surface } = options;
  useEffect(() => {
    if (page.current === null) return;
    const root = page.current;
    const document = root.ownerDocument;
    const scrolling = new Set([document, rootOf(root)]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let awaited: HTMLElement | null = null;
    /** What a press brings under the mouse was not pointed at. */
    let pressedAt: PointerEvent | null = null;
    /** Someone else's page sees of what happens in a shadow root only its host, but is told the way there. */
    const isWithin = (event: Event) =>
      surface.current !== null && event.composedPath().includes(surface.current);
    const wait = (forTarget: HTMLElement | null, ms: number, act: () => void) => {
      if (awaited === forTarget && timer !== undefined) return;
      stay();
      awaited = forTarget;
      timer = setTimeout(() => {
        timer = undefined;
        act();
      }, ms);
    };
    const stay = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const hide = () => {
      stay();
      show(null);
    };
    const onPointerOver = (event: PointerEvent) => {
      const { target, pointerType, buttons } = event;
      const { shown: now, findPointed } = latest.current;
      if (pointerType === "touch" || buttons > 0 || now?.isAsked || !(target instanceof Element)) return;
      if (pressedAt !== null && isSamePlace(pressedAt, event)) return;
      pressedAt = null;
      const found = isWithin(event) ? now : findPointed(target);
      if (found?.target === now?.target) return stay();
      if (found === null) return wait(null, graceMs, () => show(null));
      wait(found.target, restMs, () => found.target.isConnected && show({ ...found, isAsked: false }));
    };
    const onPointerLeave = () => {
      if (latest.current.shown?.isAsked === false) wait(null, graceMs, () => show(null));
      else stay();
    };
    /** The document sees nothing of where in a closed shadow root it was. */
    let pressedWithin: PointerEvent | null = null;
    const onPressWithin = (event: PointerEvent) => {
      pressedWithin = isWithin(event) ? event : null;
    };
    const onPress = (event: PointerEvent) => {
      if (event === pressedWithin) return;
      pressedAt = event;
      hide();
    };
    const onScroll = (event: Event) => {
      if (!isWithin(event) && !latest.current.shown?.isAsked) hide();
    };
    const giveBack = () => {
      const now = latest.current.shown;
      hide();
      if (now?.isAsked) now.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const { shown: now } = latest.current;
      if (event.key === "Escape" && now !== null) {
        event.preventDefault();
        event.stopPropagation();
        giveBack();
      } else if (event.key === "Tab" && now?.isAsked) {
        // The browser goes on from where the question was asked.
        giveBack();
      }
    };
    const onHelp = (event: KeyboardEvent) => {
      if (event.key !== "F1" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const { target } = event;
      if (!(target instanceof HTMLElement)) return;
      if (isWithin(event)) {
        event.preventDefault();
        return giveBack();
      }
      const found = latest.current.findFocused(target);
      if (found === null) return;
      event.preventDefault();
      stay();
      show({ ...found, isAsked: true });
    };
    root.addEventListener("pointerover", onPointerOver);
    root.addEventListener("pointerleave", onPointerLeave);
    root.addEventListener("keydown", onHelp);
    root.addEventListener("pointerdown", onPressWithin, { capture: true });
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKeyDown, { capture: true });
    for (const scrolled of scrolling)
      scrolled.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      stay();
      root.removeEventListener("pointerover", onPointerOver);
      root.removeEventListener("pointerleave", onPointerLeave);
      root.removeEventListener("keydown", onHelp);
      root.removeEventListener("pointerdown", onPressWithin, { capture: true });
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKeyDown, { capture: true });
      for (const scrolled of scrolling) scrolled.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [page, surface]);
  return shown;
}

function isSamePlace(one: PointerEvent, other: PointerEvent): boolean {
  return one.clientX === other.clientX && one.clientY === other.clientY;
}

function isStill({ target, ids }: Pointed, findPointed: UsePointedOptions["findPointed"]): boolean {
  const now = target.isConnected ? findPointed(target) : null;
  return now?.target === target && now.ids.join() === ids.join();
}
