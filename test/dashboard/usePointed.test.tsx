import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { useRef } from "react";
import { expect, it, vi } from "vitest";
import { type Pointed, usePointed } from "../../src/dashboard/glossary/usePointed.ts";

function Probe() {
  const [page, surface] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  const find = (element: Element): Pointed | null =>
    element instanceof HTMLButtonElement
      ? { target: element, ids: ["state-failed"], focus: () => element.focus() }
      : null;
  const shown = usePointed({ page, surface, findPointed: find, findFocused: find });
  return (
    <main ref={page}>
      <button type="button">Failed</button>
      {shown !== null && <div ref={surface}>What it means</div>}
    </main>
  );
}

it("stays while it is pressed itself, also in someone else's page, and goes with a press elsewhere", () => {
  const host = document.body.appendChild(document.createElement("div"));
  const container = document.createElement("div");
  host.attachShadow({ mode: "open" }).append(container);
  render(<Probe />, { container });
  const shown = within(container);
  fireEvent.keyDown(shown.getByRole("button"), { key: "F1" });
  fireEvent.pointerDown(shown.getByText("What it means"));
  expect(shown.getByText("What it means")).toBeInTheDocument();
  fireEvent.pointerDown(document.body);
  expect(shown.queryByText("What it means")).toBeNull();
  host.remove();
});

it("is not what a press brings under the mouse, until the mouse moves", () => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  render(<Probe />);
  const word = screen.getByRole("button");
  const restAt = (clientX: number) => {
    fireEvent.pointerOver(word, { pointerType: "mouse", clientX, clientY: 10 });
    act(() => vi.advanceTimersByTime(1_000));
  };
  fireEvent.pointerDown(word, { pointerType: "mouse", clientX: 10, clientY: 10 });
  restAt(10);
  expect(screen.queryByText("What it means")).toBeNull();
  restAt(11);
  expect(screen.getByText("What it means")).toBeInTheDocument();
  vi.useRealTimers();
});
