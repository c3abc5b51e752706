// biome-ignore-all lint/a11y/useSemanticElements: `tr` and `td` cannot be placed one by one as virtual rows, nor turned into cards where it is narrow, without losing their roles
import { makeStyles } from "@fluentui/react-components";
import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  memo,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Revocation } from "../domain/revocation.ts";
import type { VppToken } from "../domain/vppToken.ts";
import { useText } from "../i18n/useText.ts";
import { type Live, useLive } from "../ui/live.ts";
import type { TokenRows } from "./finding/groupRows.ts";
import { RevocationRow } from "./RevocationRow.tsx";
import { TableHeader } from "./TableHeader.tsx";
import { columnTracks, type ShownColumn, showColumns } from "./tableColumns.ts";
import { TableNowProvider } from "./tableNow.tsx";
import { useOffsetInPage } from "./useOffsetInPage.ts";
import { useRowSlots } from "./useRowSlots.ts";
import { type RowWindow, useRowWindow } from "./useRowWindow.ts";
import type { Density, SortColumn, ViewSort } from "./viewState.ts";

export interface RevocationsTableHandle {
  /** Scrolls to the row and puts the focus on its button; `false` when there is no such row. */
  focusRow(key: string): boolean;
  focusAt(index: number): void;
  /** `column`: of the table as it is shown, from 0. */
  read(index: number, column: number): ShownCell | null;
}

export interface ShownCell {
  readonly revocation: Revocation;
  readonly column: SortColumn | undefined;
}

interface RevocationsTableProps {
  readonly rows: readonly Revocation[];
  /** What they answer; the same object as long as the same is asked. */
  readonly question: object;
  /** `null`: not grouped. */
  readonly grouping: Grouping | null;
  readonly columns: readonly SortColumn[];
  readonly density: Density;
  readonly sort: ViewSort;
  readonly onSortChange: (sort: ViewSort) => void;
  readonly openKey: string | null;
  readonly onOpen: (revocation: Revocation) => void;
  readonly bodyHandlers: HTMLAttributes<HTMLElement>;
  readonly handle?: Ref<RevocationsTableHandle>;
}

/** What grouping adds to the rows. */
export interface Grouping {
  readonly leads: readonly (TokenRows | null)[];
  readonly tokensCount: number;
  /** Of revocations, also those in groups that are not expanded. */
  readonly revocationsCount: number;
  readonly isExpanded: (vppToken: VppToken) => boolean;
  readonly onToggle: (vppToken: VppToken) => void;
}

const estimatedRowHeights = { comfortable: 64, compact: 34 } as const satisfies Record<Density, number>;
const noGroups = { isExpanded: () => false, onToggle: () => undefined } as const;

/** Scrolls with the page, so that it can be read at any zoom; only rows near the window are in the document. */
export const RevocationsTable = memo(function RevocationsTable(props: RevocationsTableProps) {
  const { rows, question, grouping, density, sort, onSortChange, openKey, onOpen, bodyHandlers, handle } =
    props;
  const columns = useMemo(() => showColumns(props.columns), [props.columns]);
  const { isExpanded, onToggle } = grouping ?? noGroups;
  const styles = useStyles();
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  const offsetInPage = useOffsetInPage(body);
  const { focusedKey, focusedIndex, focusHandlers } = useFocusedRow(rows, body);
  const { indexes, apartAt, scrollTo } = useRowWindow({
    body,
    rows,
    question,
    estimate: estimatedRowHeights[density],
    offsetInPage,
    keptIndex: focusedIndex,
  });
  const shown = indexes.flatMap((index) => rows[index] ?? []);
  const slots = useRowSlots(
    shown.map(({ key }) => key),
    focusedKey,
  );
  const live = useLive({ rows, columns, scrollTo });
  useImperativeHandle(handle, () => tableHandle(body, live), [live]);
  const table = {
    role: grouping === null ? "table" : "treegrid",
    "aria-label":
      grouping === null
        ? text("table.label", { count: rows.length })
        : text("table.labelGrouped", { count: grouping.revocationsCount, tokens: grouping.tokensCount }),
    "aria-rowcount": rows.length + 1,
    "aria-colcount": columns.length,
  };
  return (
    <TableNowProvider>
      <div {...table} className={styles.table} style={columnTracks(columns)}>
        <TableHeader columns={columns} sort={sort} onSortChange={onSortChange} />
        <div
          ref={body}
          role="rowgroup"
          className={styles.body}
          onKeyDown={(event) => moveByKey(event, body.current, grouping)}
          {...focusHandlers}
          {...bodyHandlers}
        >
          {shown.map((revocation, place) => {
            const index = indexes[place] ?? 0;
            return (
              <RevocationRow
                key={slots[place]}
                revocation={revocation}
                columns={columns}
                isCompact={density === "compact"}
                lead={grouping?.leads[index]}
                isExpanded={isExpanded(revocation.vppToken)}
                onToggle={onToggle}
                index={index}
                apartAt={apartAt(index)}
                isOpen={revocation.key === openKey}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
    </TableNowProvider>
  );
});

/**
 * Closes over nothing of a rendering: functions that a component keeps for different lengths of time hold on to each
 * other's renderings, and so to the rows of every poll.
 */
function tableHandle(
  body: RefObject<HTMLElement | null>,
  live: Live<Pick<RowWindow, "scrollTo"> & { rows: readonly Revocation[]; columns: readonly ShownColumn[] }>,
): RevocationsTableHandle {
  const focusAt = (index: number) => {
    if (index < 0 || focusRendered(body.current, index)) return;
    live.get().scrollTo(index);
    focusSoon(body, index);
  };
  return {
    focusAt,
    focusRow(key) {
      const place = placeOf(live.get().rows, key);
      focusAt(place);
      return place >= 0;
    },
    read(index, column) {
      const { rows, columns } = live.get();
      const revocation = rows[index];
      return revocation === undefined ? null : { revocation, column: columns[column]?.column };
    },
  };
}

/**
 * The row that holds the focus stays in the document wherever the page scrolls, and when it is listed no longer, its
 * neighbour takes the focus, so that it is never lost.
 */
function useFocusedRow(rows: readonly Revocation[], body: RefObject<HTMLElement | null>) {
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const focusedIndex = focusedKey === null ? -1 : placeOf(rows, focusedKey);
  const lastIndex = useRef(0);
  useLayoutEffect(() => {
    if (focusedIndex >= 0) lastIndex.current = focusedIndex;
    else if (focusedKey !== null) focusRendered(body.current, Math.min(lastIndex.current, rows.length - 1));
  }, [focusedIndex, focusedKey, rows, body]);
  const onFocusCapture = ({ target }: FocusEvent<HTMLElement>) =>
    setFocusedKey(rows[Number(target.closest("[data-index]")?.getAttribute("data-index"))]?.key ?? null);
  const onBlurCapture = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) setFocusedKey(null);
  };
  return { focusedKey, focusedIndex, focusHandlers: { onFocusCapture, onBlurCapture } };
}

/** The browser brings the focused row into view; rows beyond the window are rendered ahead of it. */
function moveByKey(
  event: KeyboardEvent<HTMLElement>,
  body: HTMLElement | null,
  grouping: Grouping | null,
): void {
  const row = event.target instanceof Element ? event.target.closest("[data-index]") : null;
  if (row === null) return;
  const index = Number(row.getAttribute("data-index"));
  const to =
    { ArrowDown: index + 1, ArrowUp: index - 1 }[event.key] ?? turnGroup(event, row, index, grouping);
  if (to === null) return;
  event.preventDefault();
  focusRendered(body, to);
}

/**
 * As in a tree: towards the end of the line expands, towards its start collapses or goes to the row that leads.
 * Returns the row to go to; `null`: the key means nothing here.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/
 */
function turnGroup(
  { key, currentTarget }: KeyboardEvent<HTMLElement>,
  row: Element,
  index: number,
  grouping: Grouping | null,
): number | null {
  const isRightToLeft =
    currentTarget.ownerDocument.defaultView?.getComputedStyle(currentTarget).direction === "rtl";
  const isOpening = key === (isRightToLeft ? "ArrowLeft" : "ArrowRight");
  if (grouping === null || !(isOpening || key === (isRightToLeft ? "ArrowRight" : "ArrowLeft"))) return null;
  const leadingIndex = grouping.leads.findLastIndex((lead, place) => place <= index && lead !== null);
  const lead = grouping.leads[leadingIndex];
  const isExpanded = row.getAttribute("aria-expanded");
  if (lead && isExpanded === String(!isOpening)) grouping.onToggle(lead[0].vppToken);
  return isOpening ? index : leadingIndex;
}

function placeOf(rows: readonly Revocation[], wanted: string): number {
  return rows.findIndex(({ key }) => key === wanted);
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
  body: { position: "relative", boxSizing: "border-box" },
});
