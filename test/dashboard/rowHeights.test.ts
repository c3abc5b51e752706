import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRowHeights } from "../../src/dashboard/rowHeights.ts";

const estimate = 64;

describe("heights of rows", () => {
  it("are estimates until they are measured", () => {
    const heights = createRowHeights(estimate);
    heights.setCount(30_000);
    expect(heights.total()).toBe(30_000 * estimate);
    expect(heights.measure(1, 84)).toBe(20);
    expect(heights.measure(1, 84)).toBe(0);
    expect(heights.measure(1, 44)).toBe(-40);
    expect([heights.startOf(1), heights.startOf(2)]).toEqual([64, 108]);
    expect(heights.total()).toBe(30_000 * estimate - 20);
  });

  it("know no row where there is none", () => {
    const heights = createRowHeights(estimate);
    expect([heights.total(), heights.indexAt(0), heights.indexAt(500), heights.measure(0, 90)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it("are those of a plain list, whatever is measured and however the count changes", () => {
    const change = fc.oneof(
      fc.record({ index: fc.nat(60), height: fc.integer({ min: 1, max: 300 }) }),
      fc.record({ count: fc.nat(50) }),
    );
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.integer({ min: -100, max: 9_000 }),
        (changes, offset) => {
          const heights = createRowHeights(estimate);
          let plain: number[] = [];
          for (const each of changes) {
            if ("count" in each) {
              heights.setCount(each.count);
              plain = Array.from({ length: each.count }, (_, index) => plain[index] ?? estimate);
            } else {
              heights.measure(each.index, each.height);
              if (each.index < plain.length) plain[each.index] = each.height;
            }
          }
          const startOf = (index: number) => plain.slice(0, index).reduce((sum, height) => sum + height, 0);
          expect(heights.total()).toBe(startOf(plain.length));
          plain.forEach((_, index) => {
            expect(heights.startOf(index)).toBe(startOf(index));
          });
          const found = plain.findLastIndex((_, index) => startOf(index) <= offset);
          expect(heights.indexAt(offset)).toBe(Math.max(0, found));
        },
      ),
    );
  });
});
