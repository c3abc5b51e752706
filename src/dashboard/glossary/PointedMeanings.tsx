import { type RefObject, useMemo, useRef } from "react";
import type { Revocation } from "../../domain/revocation.ts";
import { useText } from "../../i18n/useText.ts";
import { useClock } from "../../monitor/clock.tsx";
import type { WatchMemory } from "../../monitor/watchMemory.ts";
import { Surface } from "../../ui/Surface.tsx";
import type { RevocationsTableHandle } from "../RevocationsTable.tsx";
import { termsOf } from "./glossary.ts";
import { MeaningList } from "./MeaningList.tsx";
import { rowMeanings, type ShownMark } from "./rowMeanings.ts";
import { type Pointed, usePointed } from "./usePointed.ts";

interface PointedMeaningsProps {
  readonly page: RefObject<HTMLElement | null>;
  readonly table: RefObject<RevocationsTableHandle | null>;
  readonly memory: WatchMemory | null;
}

/**
 * One for the whole page: tells what a badge or a number means while the mouse rests on it, and what the words of a
 * row or a column mean when F1 asks. Rows know nothing of it.
 */
export function PointedMeanings({ page, table, memory }: PointedMeaningsProps) {
  const text = useText();
  const clock = useClock();
  const surface = useRef<HTMLDivElement>(null);
  const readRow = (row: Element, cell: Element | null = null) =>
    table.current?.read(
      Number(row.getAttribute("data-index")),
      Number(cell?.getAttribute("aria-colindex")) - 1,
    );
  const meaningsAt = (row: Element, cell: Element | null) => {
    const shown = readRow(row, cell);
    if (!shown) return [];
    const { revocation, column } = shown;
    return rowMeanings(revocation, marksOf(revocation, memory, clock()), cell === null ? undefined : column);
  };
  const findPointed = (element: Element): Pointed | null => {
    const named = findNamed(element);
    const row = element.closest("[data-index]");
    const cell = element.closest("[aria-colindex]");
    if (named || row === null || cell === null) return named;
    // Beside what is pointed at, not beside the whole cell, whose empty part means nothing.
    const target = [...cell.children].find((child) => child.contains(element));
    return target instanceof HTMLElement ? found(target, meaningsAt(row, cell)) : null;
  };
  const findFocused = (element: Element): Pointed | null => {
    const row = element.closest("[data-index]");
    if (row === null || !(element instanceof HTMLElement)) return findNamed(element);
    if (element.hasAttribute("aria-expanded"))
      return found(element, termsOf(["number-sums", "number-leftOut"]));
    const key = readRow(row)?.revocation.key ?? "";
    return found(element, meaningsAt(row, null), () => table.current?.focusRow(key));
  };
  const shown = usePointed({ page, surface, findPointed, findFocused });
  const beside = useMemo(() => ({ current: shown?.target ?? null }), [shown]);
  return (
    shown !== null && (
      <Surface
        handle={surface}
        label={text("glossary.open")}
        beside={beside}
        role={shown.isAsked ? "dialog" : "tooltip"}
      >
        <MeaningList ids={shown.ids} />
      </Surface>
    )
  );
}

function marksOf(revocation: Revocation, memory: WatchMemory | null, now: number): readonly ShownMark[] {
  if (memory === null) return [];
  const isGone = memory.noLongerReported().includes(revocation);
  const isUnchanged = !isGone && memory.isUnchangedForLong(revocation.identity, now);
  return [
    ...(memory.news().has(revocation.key) ? ["news" as const] : []),
    ...(isGone ? ["gone" as const] : []),
    ...(isUnchanged ? ["unchanged" as const] : []),
  ];
}

/** What carries the names of its words itself: see `meaning`. */
function findNamed(element: Element): Pointed | null {
  const target = element.closest<HTMLElement>("[data-meaning]");
  // A question beside the word, and its answer, speak for themselves.
  if (target?.contains(element.closest("[aria-expanded], [role=dialog]"))) return null;
  return target && found(target, termsOf((target.dataset.meaning ?? "").split(" ")));
}

function found(
  target: HTMLElement,
  ids: Pointed["ids"],
  focus: Pointed["focus"] = () => target.focus(),
): Pointed | null {
  return ids.length === 0 ? null : { target, ids, focus };
}
