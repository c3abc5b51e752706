import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useLastSettled } from "../../src/app/useLastSettled.ts";
import { loadOnce, marked } from "../../src/i18n/loadOnce.ts";

function reading<Value>(first: Promise<Value>) {
  return renderHook(({ promise }) => useLastSettled(promise), { initialProps: { promise: first } });
}

describe("the last settled promise", () => {
  it("is none until the first has settled", async () => {
    const { promise, resolve } = pending();
    const { result } = reading(promise);
    expect(result.current).toBeNull();
    await act(async () => resolve(1));
    expect(result.current).toBe(promise);
  });

  it("is there at once for what was loaded before", async () => {
    const load = loadOnce(async (_: "theme") => 1);
    await load("theme");
    expect(reading(load("theme")).result.current).toBe(load("theme"));
  });

  it("stays until the next one has settled", async () => {
    const first = marked(Promise.resolve(1));
    await first;
    const { promise, resolve } = pending();
    const { result, rerender } = reading(first);
    rerender({ promise });
    expect(result.current).toBe(first);
    await act(async () => resolve(2));
    expect(result.current).toBe(promise);
  });

  it("may be one that has failed", async () => {
    const { promise, reject } = pending();
    const { result } = reading(promise);
    await act(async () => reject(new Error("gone")));
    expect(result.current).toBe(promise);
  });

  it("is not one that was no longer wanted", async () => {
    const { promise, resolve } = pending();
    const never = new Promise<number>(() => undefined);
    const { result, rerender } = reading(promise);
    rerender({ promise: never });
    await act(async () => resolve(1));
    expect(result.current).toBeNull();
  });
});

function pending() {
  let resolve = (_: number) => {};
  let reject = (_: Error) => {};
  const promise = new Promise<number>((fulfil, fail) => {
    resolve = fulfil;
    reject = fail;
  });
  return { promise, resolve: (value: number) => resolve(value), reject: (error: Error) => reject(error) };
}
