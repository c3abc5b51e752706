// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot be laid out as virtual rows and cards
import { makeStyles } from "@fluentui/react-components";
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { Revocation } from "../domain/revocation.ts";
import { useText } from "../i18n/useText.ts";
import { RevocationRow } from "./RevocationRow.tsx";
import { TableHeader } from "./TableHeader.tsx";
import { TableNowProvider } from "./tableNow.tsx";
import { useOffsetInPage } from "./useOffsetInPage.ts";
import type { ViewSort } from "./viewState.ts";

export interface RevocationsTableHandle {
  /** Scrolls to the row and puts the focus on its button; nothing when there is no such row. */
  focusRow(key: string): void;
}

interface RevocationsTableProps {
  readonly rows: readonly Revocation[];
  readonly sort: ViewSort;
  readonly onSortChange: (sort: ViewSort) => void;
  readonly openKey: string | null;
  readonly onOpen: (revocation: Revocation) => void;
  readonly bodyHandlers: HTMLAttributes<HTMLElement>;
  readonly ref?: Ref<RevocationsTableHandle>;
}

const estimatedRowHeight = 64;

/** Scrolls with the page, so that it can be read at any zoom; only rows near the window are in the document. */
export function RevocationsTable(props: RevocationsTableProps) {
  const { rows, sort, onSortChange, openKey, onOpen, bodyHandlers, ref } = props;
  const styles = useStyles();
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  const scrollMargin = useOffsetInPage(body);
  const { focusedKey, focusHandlers } = useFocusedRow(rows);
  const focusedIndex = focusedKey === null ? -1 : rows.findIndex(({ key }) => key === focusedKey);
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length,
    estimateSize: () => estimatedRowHeight,
    getItemKey: useItemKeys(rows),
    overscan: 6,
    rangeExtractor: useCallback((range: Range) => withFocused(range, focusedIndex), [focusedIndex]),
    scrollMargin,
  });
  const focusRow = useCallback(
    (key: string) => {
      const index = rows.findIndex((row) => row.key === key);
      if (index < 0 || focusRendered(body.current, index)) return;
      virtualizer.scrollToIndex(index, { align: "center" });
      focusSoon(body, index);
    },
    [rows, virtualizer],
  );
  useImperativeHandle(ref, () => ({ focusRow }), [focusRow]);
  return (
    <TableNowProvider>
      <div
        role="table"
        aria-label={text("table.label", { count: rows.length })}
        aria-rowcount={rows.length + 1}
        aria-colcount={6}
        className={styles.table}
      >
        <TableHeader sort={sort} onSortChange={onSortChange} />
        <div
          ref={body}
          role="rowgroup"
          className={styles.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={(event) => moveByArrow(event, body.current)}
          {...focusHandlers}
          {...bodyHandlers}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const revocation = rows[index];
            return (
              revocation && (
                <RevocationRow
                  key={revocation.key}
                  ref={virtualizer.measureElement}
                  revocation={revocation}
                  index={index}
                  offset={start - scrollMargin}
                  isOpen={revocation.key === openKey}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </div>
      </div>
    </TableNowProvider>
  );
}

/** The row that holds the focus stays in the document wherever the page scrolls, so that the focus is never lost. */
function useFocusedRow(rows: readonly Revocation[]) {
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const onFocusCapture = ({ target }: FocusEvent<HTMLElement>) =>
    setFocusedKey(rows[Number(target.closest("[data-index]")?.getAttribute("data-index"))]?.key ?? null);
  const onBlurCapture = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setFocusedKey(null);
  };
  return { focusedKey, focusHandlers: { onFocusCapture, onBlurCapture } };
}

function withFocused(range: Range, focusedIndex: number): number[] {
  const near = defaultRangeExtractor(range);
  if (focusedIndex < 0 || near.includes(focusedIndex)) return near;
  return [...near, focusedIndex].sort((one, other) => one - other);
}

/** The same function as long as the keys are the same, so that new numbers alone lay nothing out again. */
function useItemKeys(rows: readonly Revocation[]): (index: number) => string {
  const [known, setKnown] = useState({ keyed: rows, compared: rows });
  const { keyed } = known.compared === rows ? known : compareKeys(known.keyed, rows);
  if (known.compared !== rows) setKnown({ keyed, compared: rows });
  return useCallback((index: number) => keyed[index]?.key ?? String(index), [keyed]);
}

function compareKeys(keyed: readonly Revocation[], rows: readonly Revocation[]) {
  const isSame = keyed.length === rows.length && rows.every((row, index) => row.key === keyed[index]?.key);
  return { keyed: isSame ? keyed : rows };
}

/** The browser brings the focused row into view; rows beyond the window are rendered ahead of it. */
function moveByArrow(event: KeyboardEvent<HTMLElement>, body: HTMLElement | null): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const row = event.target instanceof Element ? event.target.closest("[data-index]") : null;
  if (step === 0 || row === null) return;
  event.preventDefault();
  focusRendered(body, Number(row.getAttribute("data-index")) + step);
}

function focusRendered(body: HTMLElement | null, index: number): boolean {
  const button = body?.querySelector<HTMLElement>(`[data-index="${index}"] button`);
  button?.focus();
  return button !== null && button !== undefined;
}

/** A row far away is rendered only after the page has scrolled there. */
function focusSoon(body: RefObject<HTMLElement | null>, index: number, attempts = 20): void {
  requestAnimationFrame(() => {
    if (!focusRendered(body.current, index) && attempts > 0) focusSoon(body, index, attempts - 1);
  });
}

const useStyles = makeStyles({
  table: { containerType: "inline-size" },
  body: { position: "relative" },
});
