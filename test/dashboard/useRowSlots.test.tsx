import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useRowSlots } from "../../src/dashboard/useRowSlots.ts";

/** The slots after rows were rendered in several ways, one after the other. */
function slotsOf(renderings: readonly string[], focusedKey: string | null = null): readonly number[] {
  const [first = "", ...others] = renderings;
  const use = (keys: string) => useRowSlots([...keys], focusedKey);
  const { result, rerender } = renderHook(use, { initialProps: first });
  for (const keys of others) rerender(keys);
  return result.current;
}

describe("elements of rows", () => {
  it("stay with their rows in a new order", () => {
    expect(slotsOf(["abc", "cab"])).toEqual([2, 0, 1]);
  });

  it("are taken over by the rows that come", () => {
    expect(slotsOf(["abc", "xby"])).toEqual([0, 1, 2]);
    expect(slotsOf(["abcd", "cdef"])).toEqual([2, 3, 0, 1]);
  });

  it("become more and fewer with the rows", () => {
    expect(slotsOf(["abc", "c", "cxyz"])).toEqual([2, 0, 1, 3]);
  });

  it("are not taken over from the row that has the focus", () => {
    expect(slotsOf(["abc", "xyc"], "a")).toEqual([1, 3, 2]);
  });
});
