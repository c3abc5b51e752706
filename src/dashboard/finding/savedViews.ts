import { defaultViewState, parseViewState, serializeViewState, type ViewState } from "../viewState.ts";

/** A view with a name. `search`: as a link carries it, without what belongs to a person or a moment. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
}

/** A text that a host keeps in this browser; shared with its other tabs. */
export interface KeptText {
  /** `null`: nothing is kept, or nothing may be. */
  read(): string | null;
  /** Whether it is kept; of an empty text nothing is. */
  write(text: string): boolean;
  /** Called when another tab has written. Returns what ends that. */
  subscribe(listener: () => void): () => void;
}

export const mostViews = 50;
const longestName = 60;
const longestSearch = 8_000;

/** What a saved view keeps of a view. */
export function savedSearch(view: ViewState): string {
  const { action, view: page, lang, theme, scenario } = defaultViewState;
  return serializeViewState({ ...view, action, view: page, lang, theme, scenario });
}

/** What applying a saved view changes. */
export function savedPatch(search: string): Partial<ViewState> {
  const { action, view, lang, theme, scenario, ...kept } = parseViewState(search);
  return kept;
}

/** A name that a person can read, in one line, that turns nothing around; empty when nothing is left. */
export function cleanName(name: string): string {
  const readable = name.normalize("NFC").replace(/[\p{C}\s]+/gu, " ");
  return Array.from(readable.trim()).slice(0, longestName).join("").trim();
}

/** Total: storage may hold anybody's text. What is no view is left out; a name that comes twice counts once. */
export function parseSavedViews(text: string | null): readonly SavedView[] {
  const stored = parseJson(text);
  const listed = isRecord(stored) && Array.isArray(stored.views) ? stored.views : [];
  const views = new Map(listed.flatMap(asSavedView).map((view) => [view.name, view]));
  return [...views.values()].slice(0, mostViews);
}

export function serializeSavedViews(views: readonly SavedView[]): string {
  return JSON.stringify({ version: 1, views });
}

/** In place of one of the same name, else last. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const isKnown = views.some(({ name }) => name === view.name);
  return isKnown ? views.map((other) => (other.name === view.name ? view : other)) : [...views, view];
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((view) => view.name !== name);
}

export function renamedView(
  views: readonly SavedView[],
  name: string,
  newName: string,
): readonly SavedView[] {
  return views.map((view) => (view.name === name ? { ...view, name: newName } : view));
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function asSavedView(value: unknown): SavedView[] {
  if (!isRecord(value) || typeof value.name !== "string" || typeof value.search !== "string") return [];
  const name = cleanName(value.name);
  if (name === "" || value.search.length > longestSearch) return [];
  return [{ name, search: savedSearch(parseViewState(value.search)) }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
