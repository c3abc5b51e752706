import { fireEvent, render, within } from "@testing-library/react";
import { useRef } from "react";
import { expect, it } from "vitest";
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
