import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { rootOf } from "../../ui/rootOf.ts";
import type { RevocationsTableHandle } from "../RevocationsTable.tsx";
import { isField, isToRows, pageKeyOf, rowAfter, rowKeyOf } from "./keyMeaning.ts";

interface UseKeysOptions {
  readonly page: RefObject<HTMLElement | null>;
  readonly table: RefObject<RevocationsTableHandle | null>;
  /** Whether `/` and `?` do anything. */
  readonly hasSingleKeys: boolean;
  readonly onHelp: () => void;
  /** Closes the opened revocation, where nothing has the focus; `null` while none is open. */
  readonly onClose: (() => void) | null;
}

/** The keys of the whole product. What has the focus comes first: a key that it has taken is left alone. */
export function useKeys(options: UseKeysOptions): void {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const { page } = options;
  useEffect(() => {
    // In someone else's page that is the product alone: what is pressed elsewhere is theirs.
    const root = page.current === null ? null : rootOf(page.current);
    const onKeyDown = (event: Event) => {
      if (!(event instanceof KeyboardEvent)) return;
      if (event.target === searchField(page.current)) leaveSearch(event, latest.current);
      else if (isOurs(event, page.current)) act(event, latest.current);
    };
    root?.addEventListener("keydown", onKeyDown);
    return () => root?.removeEventListener("keydown", onKeyDown);
  }, [page]);
}

/** Pressed in the product or, where nothing has the focus, on its page. */
function isOurs({ target, defaultPrevented }: KeyboardEvent, page: HTMLElement | null): boolean {
  if (defaultPrevented || page === null || !(target instanceof Element) || isField(target)) return false;
  const { body, documentElement } = page.ownerDocument;
  return target === body || target === documentElement || (page.parentElement ?? page).contains(target);
}

function act(event: KeyboardEvent, { page, table, hasSingleKeys, onHelp, onClose }: UseKeysOptions): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-index]") : null;
  const rowKey = row && rowKeyOf(event);
  if (row && rowKey) {
    event.preventDefault();
    table.current?.focusAt(rowAfter(rowKey, Number(row.dataset.index), windowOf(row)));
    return;
  }
  const pageKey = pageKeyOf(event);
  if (pageKey === "close" && event.target === page.current?.ownerDocument.body) onClose?.();
  if (pageKey === null || pageKey === "close" || !hasSingleKeys) return;
  event.preventDefault();
  if (pageKey === "help") onHelp();
  else focusSearch(page.current);
}

/** Where nothing is found there is nowhere to go. */
function leaveSearch(event: KeyboardEvent, { page, table }: UseKeysOptions): void {
  const hasRows = page.current?.querySelector("[data-index]");
  if (!hasRows || event.defaultPrevented || !isToRows(event)) return;
  event.preventDefault();
  table.current?.focusAt(0);
}

/** That of the list: the glossary has one, too. */
function searchField(page: HTMLElement | null): HTMLInputElement | null {
  return page?.querySelector<HTMLInputElement>("search input[type=search]") ?? null;
}

function focusSearch(page: HTMLElement | null): void {
  const field = searchField(page);
  field?.focus();
  field?.select();
}

function windowOf(row: HTMLElement): { readonly count: number; readonly perPage: number } {
  const count = Number(row.closest("[aria-rowcount]")?.getAttribute("aria-rowcount")) - 1;
  const height = row.ownerDocument.defaultView?.innerHeight ?? 0;
  // Header and status line take about three rows.
  return { count, perPage: Math.max(1, Math.floor(height / Math.max(1, row.offsetHeight)) - 3) };
}
