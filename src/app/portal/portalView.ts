import { defaultViewState, parseViewState, serializeViewState } from "../../dashboard/viewState.ts";

/** What a portal may keep of a view: no wall, and neither language nor theme, which have ways of their own. */
export function portalSearch(search: string): string {
  const { view, lang, theme, scenario } = defaultViewState;
  return serializeViewState({ ...parseViewState(search), view, lang, theme, scenario });
}
