import { useCallback, useLayoutEffect, useRef } from "react";
import type { ViewState } from "./viewState.ts";

export type PatchView = (patch: Partial<ViewState>) => void;

/** Changes a part of the view; the same function for good, so that rows need not render again for it. */
export function useViewPatch(view: ViewState, onViewChange: (next: ViewState) => void): PatchView {
  const latest = useRef({ view, onViewChange });
  useLayoutEffect(() => {
    latest.current = { view, onViewChange };
  });
  return useCallback((patch) => latest.current.onViewChange({ ...latest.current.view, ...patch }), []);
}
