import { type RevocationOutcome, revocationOutcomes } from "../domain/outcome.ts";
import type { RevocationIdentity } from "../domain/revocation.ts";
import { isLocaleCode, type LocaleCode } from "../i18n/locales.ts";
import { decodeIdentity, encodeIdentity } from "./identityCode.ts";

export const sortColumns = ["token", "state", "licences", "started", "updated", "duration"] as const;
export type SortColumn = (typeof sortColumns)[number];
export type SortDirection = "ascending" | "descending";

/** `newestRunning`: what runs stands before the rest, each by its start, newest first. */
export type ViewSort =
  | { readonly column: "newestRunning"; readonly direction: "descending" }
  | { readonly column: SortColumn; readonly direction: SortDirection };

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

/** Everything that a link carries. Hosts bind it to a query string or keep it in memory. */
export interface ViewState {
  readonly q: string;
  /** Empty: all. Each at most once. */
  readonly outcomes: readonly RevocationOutcome[];
  readonly sort: ViewSort;
  /** The opened revocation; `"unreadable"`: the link named one in a form that cannot be read. */
  readonly action: RevocationIdentity | "unreadable" | null;
  /** `null`: as the browser prefers. */
  readonly lang: LocaleCode | null;
  /** `null`: as the system prefers. */
  readonly theme: ThemeName | null;
  /** Name of an emulated scenario; only the demo heeds it. */
  readonly scenario: string | null;
}

export const newestRunningFirst: ViewSort = { column: "newestRunning", direction: "descending" };

export const defaultViewState: ViewState = {
  q: "",
  outcomes: [],
  sort: newestRunningFirst,
  action: null,
  lang: null,
  theme: null,
  scenario: null,
};

/** Total: whatever a query string holds, unknown and wrong values fall back to the default. */
export function parseViewState(search: string): ViewState {
  const params = new URLSearchParams(search);
  const lang = params.get("lang");
  return {
    q: params.get("q") ?? "",
    outcomes: parseOutcomes(params.get("outcome")),
    sort: parseSort(params.get("sort")),
    action: parseAction(params.get("action")),
    lang: isLocaleCode(lang) ? lang : null,
    theme: themeNames.find((name) => name === params.get("theme")) ?? null,
    scenario: parseScenario(params.get("scenario")),
  };
}

/** A query string with its `?`, or an empty string when everything is at its default. */
export function serializeViewState(view: ViewState): string {
  const params = new URLSearchParams();
  if (view.q !== "") params.set("q", view.q);
  if (view.outcomes.length > 0) params.set("outcome", view.outcomes.join(","));
  if (view.sort.column !== "newestRunning") params.set("sort", sortCode(view.sort));
  if (view.action !== null) params.set("action", actionCode(view.action));
  if (view.lang !== null) params.set("lang", view.lang);
  if (view.theme !== null) params.set("theme", view.theme);
  if (view.scenario !== null) params.set("scenario", view.scenario);
  const search = params.toString().replaceAll("%2C", ",");
  return search === "" ? "" : `?${search}`;
}

function parseOutcomes(list: string | null): readonly RevocationOutcome[] {
  const named = new Set(list?.split(","));
  return [...named].flatMap((name) => revocationOutcomes.filter((outcome) => outcome === name));
}

/** `started` sorts ascending, `-started` descending. */
function parseSort(code: string | null): ViewSort {
  const column = sortColumns.find((name) => name === code?.replace(/^-/, ""));
  if (column === undefined) return newestRunningFirst;
  return { column, direction: code?.startsWith("-") ? "descending" : "ascending" };
}

function sortCode({ column, direction }: ViewSort): string {
  return direction === "descending" ? `-${column}` : column;
}

function parseAction(code: string | null): ViewState["action"] {
  if (code === null || code === "") return null;
  return decodeIdentity(code) ?? "unreadable";
}

function actionCode(action: RevocationIdentity | "unreadable"): string {
  return action === "unreadable" ? action : encodeIdentity(action);
}

function parseScenario(name: string | null): string | null {
  return name !== null && /^[a-z][a-zA-Z0-9]{0,39}$/.test(name) ? name : null;
}
