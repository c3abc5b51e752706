import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageKeyOf, rowAfter, rowKeyOf } from "../../../src/dashboard/keys/keyMeaning.ts";

const bare = {
  key: "",
  code: "",
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
};

describe("pageKeyOf", () => {
  it.each([
    ["US slash", { key: "/", code: "Slash" }, "search"],
    ["German slash", { key: "/", code: "Digit7", shiftKey: true }, "search"],
    ["slash of the number pad", { key: "/", code: "NumpadDivide" }, "search"],
    ["Russian slash", { key: "/", code: "Backslash", shiftKey: true }, "search"],
    ["place of the slash on a Russian keyboard", { key: ".", code: "Slash" }, "search"],
    ["US question mark", { key: "?", code: "Slash", shiftKey: true }, "help"],
    ["Russian question mark", { key: "?", code: "Digit7", shiftKey: true }, "help"],
    ["place of the question mark on a Russian keyboard", { key: ",", code: "Slash", shiftKey: true }, "help"],
    ["Escape", { key: "Escape", code: "Escape" }, "close"],
    ["full stop in its own place", { key: ".", code: "Period" }, null],
    ["Russian letter in the place of the full stop", { key: "ю", code: "Period" }, null],
    ["German hyphen in the place of the slash", { key: "-", code: "Slash" }, null],
    ["letter", { key: "a", code: "KeyA" }, null],
  ] as const)("reads the %s", (_, press, expected) => {
    expect(pageKeyOf({ ...bare, ...press })).toBe(expected);
  });

  it.each(["ctrlKey", "altKey", "metaKey", "isComposing"] as const)(
    "leaves keys with %s alone",
    (modifier) => {
      for (const key of ["/", "?", "Escape"])
        expect(pageKeyOf({ ...bare, key, [modifier]: true })).toBeNull();
      expect(rowKeyOf({ ...bare, key: "Home", [modifier]: true })).toBeNull();
    },
  );
});

describe("rowKeyOf", () => {
  it("knows the keys of a table and no others", () => {
    const keys = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "ArrowLeft", "Enter", "j"];
    expect(keys.map((key) => rowKeyOf({ ...bare, key }))).toEqual([
      ...[null, null, "nextPage", "previousPage", "first", "last"],
      ...[null, null, null],
    ]);
    expect(rowKeyOf({ ...bare, key: "End", shiftKey: true })).toBeNull();
  });
});

describe("rowAfter", () => {
  const window = { count: 30, perPage: 10 };

  it.each([
    ["nextPage", 3, 13],
    ["nextPage", 25, 29],
    ["previousPage", 13, 3],
    ["previousPage", 4, 0],
    ["first", 20, 0],
    ["last", 3, 29],
  ] as const)("leads by %s from %i to %i", (key, from, expected) => {
    expect(rowAfter(key, from, window)).toBe(expected);
  });

  it("never leaves the table", () => {
    const keys = fc.constantFrom(...(["nextPage", "previousPage", "first", "last"] as const));
    fc.assert(
      fc.property(
        keys,
        fc.nat(50),
        fc.integer({ min: 1, max: 51 }),
        fc.nat(60),
        (key, from, count, perPage) => {
          const index = rowAfter(key, Math.min(from, count - 1), { count, perPage });
          expect(index).toBeGreaterThanOrEqual(0);
          expect(index).toBeLessThan(count);
        },
      ),
    );
  });
});
