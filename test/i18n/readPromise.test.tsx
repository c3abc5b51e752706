import { act, render, screen } from "@testing-library/react";
import { Component, type ReactNode, Suspense } from "react";
import { describe, expect, it, vi } from "vitest";
import { readOrThrow, readPromise } from "../../src/i18n/readPromise.ts";

type Read = (promise: Promise<string>) => string;

interface ValueProps {
  readonly read: Read;
  readonly promise: Promise<string>;
}

function Value({ read, promise }: ValueProps) {
  return <p>{read(promise)}</p>;
}

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { message: "" };
  static getDerivedStateFromError(error: unknown) {
    return { message: String(error) };
  }
  override render() {
    return this.state.message || this.props.children;
  }
}

function show(read: Read, promise: Promise<string>) {
  return act(async () =>
    render(
      <Boundary>
        <Suspense fallback="waiting">
          <Value read={read} promise={promise} />
        </Suspense>
      </Boundary>,
    ),
  );
}

describe.each<[string, Read]>([
  ["readPromise", readPromise],
  ["readOrThrow", readOrThrow],
])("%s", (_, read) => {
  it("shows the value once it is there", async () => {
    const { promise, resolve } = deferred();
    await show(read, promise);
    expect(screen.getByText("waiting")).toBeInTheDocument();
    await act(async () => resolve("done"));
    expect(screen.getByText("done")).toBeInTheDocument();
  });

  it("throws what the promise rejects with", async () => {
    vi.spyOn(console, "error").mockReturnValue(undefined);
    const { promise, reject } = deferred();
    await show(read, promise);
    await act(async () => reject(new Error("no words")));
    expect(screen.getByText("Error: no words")).toBeInTheDocument();
  });

  it("reads a marked promise without a pause", () => {
    const promise = Object.assign(Promise.resolve("at once"), {
      status: "fulfilled",
      value: "at once",
    } as const);
    render(<Value read={read} promise={promise} />);
    expect(screen.getByText("at once")).toBeInTheDocument();
  });
});

function deferred() {
  let settle = { resolve: (_: string) => {}, reject: (_: unknown) => {} };
  const promise = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
