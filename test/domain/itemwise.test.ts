import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createItemwise } from "../../src/domain/itemwise.ts";

describe("createItemwise", () => {
  it("comes to the same as deriving each item anew", () => {
    const lists = fc.array(fc.array(fc.nat(5)));
    fc.assert(
      fc.property(lists, (all) => {
        const double = createItemwise((item: number) => item * 2);
        for (const items of all) expect(double(items)).toEqual(items.map((item) => item * 2));
      }),
    );
  });

  it("asks again only for what does not stand where it stood", () => {
    const derive = vi.fn((item: string) => item.length);
    const lengths = createItemwise(derive);
    lengths(["a", "bb", "ccc"]);
    derive.mockClear();
    lengths(["a", "dddd", "ccc"]);
    expect(derive.mock.calls).toEqual([["dddd"]]);
  });

  it("gives the same array while all results are the same", () => {
    const lengths = createItemwise((item: string) => item.length);
    const first = lengths(["a", "bb"]);
    expect(lengths(["c", "dd"])).toBe(first);
    expect(lengths(["c"])).not.toBe(first);
    expect(lengths(["c"])).toEqual([1]);
  });
});
