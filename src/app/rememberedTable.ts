import {
  defaultViewState,
  parseViewState,
  serializeViewState,
  type ViewState,
} from "../dashboard/viewState.ts";
import type { AppHost } from "./appHost.ts";

type KeptText = ReturnType<AppHost["keptText"]>;

/** The table as it was left in this browser, where the address asks for no view of its own; a link is shown as it is. */
export function withRememberedTable(view: ViewState, kept: KeptText): ViewState {
  const { lang, theme, scenario } = view;
  const isBare =
    serializeViewState(view) === serializeViewState({ ...defaultViewState, lang, theme, scenario });
  return isBare ? { ...view, ...tableOf(parseViewState(kept.read() ?? "")) } : view;
}

export function rememberTable(before: ViewState, next: ViewState, kept: KeptText): void {
  const [was, is] = [before, next].map((view) =>
    serializeViewState({ ...defaultViewState, ...tableOf(view) }),
  );
  if (is !== undefined && is !== was) kept.write(is);
}

function tableOf({ group, columns, density }: ViewState) {
  return { group, columns, density };
}
