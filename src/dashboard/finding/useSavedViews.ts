import { useCallback, useEffect, useState } from "react";
import { type KeptText, parseSavedViews, type SavedView, serializeSavedViews } from "./savedViews.ts";

type ChangeViews = (change: (views: readonly SavedView[]) => readonly SavedView[]) => void;

interface SavedViews {
  readonly views: readonly SavedView[];
  /** `false`: the browser refused, so they last as long as the page. */
  readonly isKept: boolean;
  readonly change: ChangeViews;
}

/** Views as this browser keeps them, also while other tabs save theirs. */
export function useSavedViews(kept: KeptText): SavedViews {
  const [state, setState] = useState(() => ({ views: parseSavedViews(kept.read()), isKept: true }));
  useEffect(
    () => kept.subscribe(() => setState({ views: parseSavedViews(kept.read()), isKept: true })),
    [kept],
  );
  const change = useCallback<ChangeViews>(
    (changeViews) => {
      // Another tab may have saved some since.
      const views = changeViews(state.isKept ? parseSavedViews(kept.read()) : state.views);
      setState({ views, isKept: kept.write(serializeSavedViews(views)) });
    },
    [kept, state],
  );
  return { ...state, change };
}
