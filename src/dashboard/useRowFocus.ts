import { type Ref, type RefObject, useCallback, useEffect, useImperativeHandle, useRef } from "react";
import { fallen } from "../ui/lostFocus.ts";
import { mayTakeFocus, rootOf } from "../ui/rootOf.ts";
import type { RevocationsTableHandle } from "./RevocationsTable.tsx";

export interface DashboardHandle {
  /** On the first row; without a row that can be seen, on the heading of what stands in its place. */
  focusRows(): void;
}

interface UseRowFocusOptions {
  readonly page: RefObject<HTMLElement | null>;
  readonly openKey: string | null;
  readonly handle: Ref<DashboardHandle> | undefined;
}

/**
 * Whoever closes the opened revocation finds the focus on its row, unless it has gone elsewhere since; a list that
 * comes only then has it once its rows are there. Returns the table, and what it is to be told to.
 */
export function useRowFocus({ page, openKey, handle }: UseRowFocusOptions) {
  const table = useRef<RevocationsTableHandle>(null);
  const awaitedKey = useRef<string | null>(null);
  const lastKey = useRef(openKey);
  const focusAwaited = useCallback(() => {
    const key = awaitedKey.current;
    if (key === null || table.current === null) return;
    awaitedKey.current = null;
    if (page.current !== null && (hasFocus(page.current) || !mayTakeFocus(page.current))) return;
    if (!table.current.focusRow(key)) focusRows(page.current, table.current);
  }, [page]);
  const setTable = useCallback(
    (shown: RevocationsTableHandle | null) => {
      table.current = shown;
      focusAwaited();
    },
    [focusAwaited],
  );
  useEffect(() => {
    if (openKey === null && lastKey.current !== null) awaitedKey.current = lastKey.current;
    lastKey.current = openKey;
    focusAwaited();
  }, [openKey, focusAwaited]);
  useImperativeHandle(handle, () => ({ focusRows: () => focusRows(page.current, table.current) }), [page]);
  return { table, setTable };
}

/** Something in the page, or in someone else's page within the product, has it. */
function hasFocus(page: HTMLElement): boolean {
  const { activeElement } = rootOf(page);
  return activeElement !== null && activeElement !== page.ownerDocument.body && !fallen.has(activeElement);
}

function focusRows(page: HTMLElement | null, table: RevocationsTableHandle | null): void {
  const shown = page?.querySelector("[aria-rowcount]:not([aria-rowcount='1'])");
  const isSeen = shown && shown.ownerDocument.defaultView?.getComputedStyle(shown).visibility !== "hidden";
  if (isSeen) table?.focusAt(0);
  else [...(page?.querySelectorAll<HTMLElement>("h2[tabindex]") ?? [])].at(-1)?.focus();
}
