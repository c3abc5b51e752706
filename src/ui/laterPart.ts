import type { ComponentType } from "react";
import { loadOnce } from "../i18n/loadOnce.ts";

/** The code of a component that the first screen does without; shown by `Later`. */
export interface LaterPart<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** Starts the download, so that the part is there when it is needed, also without a network. */
  readonly preload: () => void;
}

export function laterPart<Props>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  const loadComponent = loadOnce(load);
  return {
    load: () => loadComponent(""),
    preload: () => void loadComponent("").catch(() => undefined),
  };
}
