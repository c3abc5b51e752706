import { render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { type Live, useFollowed, useLive } from "../../src/ui/live.ts";

const rendered = vi.fn();

function Follower({ live }: { readonly live: Live<string> }) {
  return <p>{useFollowed(live)}</p>;
}

function Holder({ value }: { readonly value: string }) {
  const live = useLive(value);
  rendered(live);
  return <Follower live={live} />;
}

describe("a live value", () => {
  it("is the same object with another value, for whoever follows it or looks", () => {
    const { rerender } = render(<Holder value="one" />);
    rerender(<Holder value="two" />);
    expect(screen.getByText("two")).toBeVisible();
    const [[first], [last]] = [rendered.mock.calls[0] ?? [], rendered.mock.lastCall ?? []];
    expect(last).toBe(first);
    expect(last.get()).toBe("two");
  });
});
