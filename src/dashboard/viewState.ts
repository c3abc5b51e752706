import { type FailureCause, failureCauses } from "../domain/failureCause.ts";
import { type RevocationOutcome, revocationOutcomes } from "../domain/outcome.ts";
import type { RevocationIdentity } from "../domain/revocation.ts";
import { type TokenStateKind, tokenStateKinds } from "../domain/vppToken.ts";
import { isLocaleCode, type LocaleCode } from "../i18n/locales.ts";
import { decodeIdentity, encodeIdentity } from "./identityCode.ts";

export const sortColumns = [
  ...(["token", "state", "licences", "started", "updated", "duration"] as const),
  ...(["expires", "synced"] as const),
] as const;
export type SortColumn = (typeof sortColumns)[number];
/** What is shown unless a person chooses other columns. */
const standardColumns: readonly SortColumn[] = sortColumns.slice(0, 6);
export type SortDirection = "ascending" | "descending";

/** `newestRunning`: what runs stands before the rest, each by its start, newest first. */
export type ViewSort =
  | { readonly column: "newestRunning"; readonly direction: "descending" }
  | { readonly column: SortColumn; readonly direction: SortDirection };

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

export const themeNames = ["light", "dark", "contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

/** Everything that a link carries. Hosts bind it to a query string or keep it in memory. Empty lists mean: all. */
export interface ViewState {
  readonly q: string;
  /** Each at most once, as in every list here. */
  readonly outcomes: readonly RevocationOutcome[];
  readonly reasons: readonly FailureCause[];
  /** Ids of VPP tokens. */
  readonly tokens: readonly string[];
  readonly tokenStates: readonly TokenStateKind[];
  /**
   * When the revocation started: a UTC day (`2026-11-22`), a UTC moment (`2026-11-22T10:00Z`), or how long before now
   * in hours or days (`-24h`, `-7d`). `to` holds the day that it names, and ends at the moment that it names.
   */
  readonly from: string | null;
  readonly to: string | null;
  readonly sort: ViewSort;
  readonly group: "token" | null;
  /** In the order shown; `token` is always among them, because it opens the revocation. */
  readonly columns: readonly SortColumn[];
  readonly density: Density;
  /** The opened revocation; `"unreadable"`: the link named one in a form that cannot be read. */
  readonly action: RevocationIdentity | "unreadable" | null;
  /** `null`: the list. */
  readonly view: "wall" | null;
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
  reasons: [],
  tokens: [],
  tokenStates: [],
  from: null,
  to: null,
  sort: newestRunningFirst,
  group: null,
  columns: standardColumns,
  density: "comfortable",
  action: null,
  view: null,
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
    outcomes: someOf(revocationOutcomes, params.get("outcome")),
    reasons: someOf(failureCauses, params.get("reason")),
    tokens: [...new Set(params.getAll("token"))].filter(Boolean),
    tokenStates: someOf(tokenStateKinds, params.get("tokenState")),
    from: parseMoment(params.get("from")),
    to: parseMoment(params.get("to")),
    sort: parseSort(params.get("sort")),
    group: oneOf(["token"], params.get("group")),
    columns: withToken(someOf(sortColumns, params.get("columns"))),
    density: oneOf(densities, params.get("density")) ?? "comfortable",
    action: parseAction(params.get("action")),
    view: oneOf(["wall"], params.get("view")),
    lang: isLocaleCode(lang) ? lang : null,
    theme: oneOf(themeNames, params.get("theme")),
    scenario: parseScenario(params.get("scenario")),
  };
}

/** A query string with its `?`, or an empty string when everything is at its default. */
export function serializeViewState(view: ViewState): string {
  const params = new URLSearchParams();
  const columns = view.columns.join();
  const values = {
    q: view.q,
    outcome: view.outcomes.join(),
    reason: view.reasons.join(),
    token: view.tokens,
    tokenState: view.tokenStates.join(),
    from: view.from,
    to: view.to,
    sort: sortCode(view.sort),
    group: view.group,
    columns: columns === standardColumns.join() ? null : columns,
    density: view.density === "comfortable" ? null : view.density,
    action: actionCode(view.action),
    view: view.view,
    lang: view.lang,
    theme: view.theme,
    scenario: view.scenario,
  };
  for (const [key, value] of Object.entries(values)) {
    for (const text of [value].flat()) if (text) params.append(key, text);
  }
  const search = params.toString().replaceAll("%2C", ",");
  return search === "" ? "" : `?${search}`;
}

function oneOf<Name extends string>(names: readonly Name[], code: string | null): Name | null {
  return names.find((name) => name === code) ?? null;
}

function someOf<Name extends string>(names: readonly Name[], list: string | null): readonly Name[] {
  return [...new Set(list?.split(","))].flatMap((code) => names.filter((name) => name === code));
}

function withToken(columns: readonly SortColumn[]): readonly SortColumn[] {
  if (columns.length === 0) return standardColumns;
  return columns.includes("token") ? columns : ["token", ...columns];
}

/** A day that no calendar has, such as 31 February, is none. */
function parseMoment(code: string | null): string | null {
  if (code === null || /^-[1-9]\d{0,2}[hd]$/.test(code)) return code;
  const isWritten = /^\d{4}(-\d\d){2}(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/.test(code);
  const moment = new Date(isWritten ? code : "");
  if (Number.isNaN(moment.getTime())) return null;
  return moment.toISOString().startsWith(code.slice(0, 10)) ? code : null;
}

/** `started` sorts ascending, `-started` descending. */
function parseSort(code: string | null): ViewSort {
  const column = sortColumns.find((name) => name === code?.replace(/^-/, ""));
  if (column === undefined) return newestRunningFirst;
  return { column, direction: code?.startsWith("-") ? "descending" : "ascending" };
}

function sortCode({ column, direction }: ViewSort): string | null {
  if (column === "newestRunning") return null;
  return direction === "descending" ? `-${column}` : column;
}

function parseAction(code: string | null): ViewState["action"] {
  if (code === null || code === "") return null;
  return decodeIdentity(code) ?? "unreadable";
}

function actionCode(action: ViewState["action"]): string | null {
  return action === null || action === "unreadable" ? action : encodeIdentity(action);
}

function parseScenario(name: string | null): string | null {
  return name !== null && /^[a-z][a-zA-Z0-9]{0,39}$/.test(name) ? name : null;
}
