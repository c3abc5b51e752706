import type { ComponentType } from "react";
import { loadOnce } from "../i18n/loadOnce.ts";

/** The code of a component that the first screen does without; shown by `Later`. */
export interface LaterPart<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** Downloads it when the page has time, so that it is there when it is needed, also without a network. */
  readonly preload: () => void;
}

export function laterPart<Props>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  const loadComponent = loadOnce(load);
  return {
    load: () => loadComponent(""),
    preload: () => whenIdle(() => void loadComponent("").catch(() => undefined)),
  };
}

/** Safari has no `requestIdleCallback`. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
}
