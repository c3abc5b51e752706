import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useHold } from "../../src/dashboard/useHold.ts";
import { ClockProvider } from "../../src/monitor/clock.tsx";

function Held() {
  const { isHeld, handlers } = useHold();
  return <button {...handlers}>{isHeld ? "held" : "free"}</button>;
}

function renderHeld() {
  vi.useFakeTimers();
  render(
    <ClockProvider clock={Date.now}>
      <Held />
    </ClockProvider>,
  );
  return screen.getByRole("button");
}

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe("useHold", () => {
  afterEach(() => vi.useRealTimers());

  it("holds while the pointer moves over it", () => {
    const button = renderHeld();
    fireEvent.pointerMove(button);
    pass(50_000);
    fireEvent.pointerMove(button);
    pass(50_000);
    expect(button).toHaveTextContent("held");
    fireEvent.pointerLeave(button);
    expect(button).toHaveTextContent("free");
  });

  it("lets go of a pointer that was left behind", () => {
    const button = renderHeld();
    fireEvent.pointerMove(button);
    pass(90_000);
    expect(button).toHaveTextContent("free");
  });

  it("holds on for the focus when the pointer leaves", () => {
    const button = renderHeld();
    act(() => button.focus());
    fireEvent.pointerLeave(button);
    expect(button).toHaveTextContent("held");
    act(() => button.blur());
    expect(button).toHaveTextContent("free");
  });
});
