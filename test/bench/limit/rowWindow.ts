import type { Row } from "./rows.ts";

const rowHeight = 64;
const overscan = 6;
const dates = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const numbers = new Intl.NumberFormat("en");

/** Rows near the window are in the document and no others; one whose object is the same is not touched. */
export function createRowWindow(body: HTMLElement, onOpen: (row: Row) => void) {
  let rows: readonly Row[] = [];
  const shown = new Map<number, { readonly row: Row; readonly element: HTMLElement }>();

  function render(): void {
    const top = window.scrollY - (body.getBoundingClientRect().top + window.scrollY);
    const from = Math.max(0, Math.floor(top / rowHeight) - overscan);
    const to = Math.min(rows.length, Math.ceil((top + window.innerHeight) / rowHeight) + overscan);
    for (const [index, { element }] of shown)
      if (index < from || index >= to) {
        element.remove();
        shown.delete(index);
      }
    for (let index = from; index < to; index += 1) place(index);
  }

  function place(index: number): void {
    const row = rows[index];
    const before = shown.get(index);
    if (row === undefined || before?.row === row) return;
    const element = before?.element ?? createElement(index);
    fill(element, row);
    shown.set(index, { row, element });
  }

  function createElement(index: number): HTMLElement {
    const element = document.createElement("div");
    element.className = "row";
    element.setAttribute("role", "row");
    element.style.top = `${index * rowHeight}px`;
    for (let cell = 0; cell < 6; cell += 1)
      element.append(Object.assign(document.createElement("div"), { role: "cell" }));
    element.addEventListener("click", () => {
      const row = rows[index];
      if (row) onOpen(row);
    });
    body.append(element);
    return element;
  }

  addEventListener("scroll", render, { passive: true });
  return {
    show(next: readonly Row[]): void {
      rows = next;
      body.style.height = `${rows.length * rowHeight}px`;
      render();
    },
  };
}

function fill(element: HTMLElement, row: Row): void {
  const texts = [
    row.name,
    row.state,
    `${numbers.format(row.attempted)} attempted`,
    dates.format(row.startedAt),
    dates.format(row.updatedAt),
    numbers.format(row.failed),
  ];
  for (const [index, text] of texts.entries()) {
    const cell = element.children[index];
    if (cell && cell.textContent !== text) cell.textContent = text;
  }
}
