import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanName,
  mostViews,
  parseSavedViews,
  savedPatch,
  savedSearch,
  serializeSavedViews,
  withView,
} from "../../../src/dashboard/finding/savedViews.ts";
import { defaultViewState, parseViewState } from "../../../src/dashboard/viewState.ts";

describe("saved views", () => {
  it("come back as they were kept", () => {
    const views = [
      { name: "Failed today", search: "?outcome=failed&from=-24h" },
      { name: "По токенам", search: "?group=token&columns=token,state&density=compact" },
    ];
    expect(parseSavedViews(serializeSavedViews(views))).toEqual(views);
  });

  it("survive any text in storage", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((views) => JSON.stringify({ views })),
        ),
        (text) => {
          const views = parseSavedViews(text);
          expect(parseSavedViews(serializeSavedViews(views))).toEqual(views);
        },
      ),
    );
  });

  it("leave out what is no view", () => {
    const views = [
      null,
      1,
      {},
      { name: "", search: "" },
      { name: "a" },
      { name: "b", search: "?outcome=x&q=1" },
    ];
    expect(parseSavedViews(JSON.stringify({ views }))).toEqual([{ name: "b", search: "?q=1" }]);
  });

  it("are no more than can be kept", () => {
    const views = Array.from({ length: mostViews + 9 }, (_, index) => ({ name: `v${index}`, search: "" }));
    expect(parseSavedViews(serializeSavedViews(views))).toHaveLength(mostViews);
    expect(
      parseSavedViews(JSON.stringify({ views: [{ name: "long", search: `?q=${"x".repeat(9_000)}` }] })),
    ).toEqual([]);
  });

  it("keep what is found, not who looks at what", () => {
    const view = parseViewState(
      "?q=a&outcome=failed&sort=-started&lang=ru&theme=dark&scenario=mixed&view=wall&action=x",
    );
    expect(savedSearch(view)).toBe("?q=a&outcome=failed&sort=-started");
    expect(savedPatch("?q=a")).toEqual({
      ...savedPatch(""),
      q: "a",
    });
    expect(savedPatch("")).not.toHaveProperty("lang");
    expect({ ...defaultViewState, ...savedPatch("") }).toEqual(defaultViewState);
  });

  it.each([
    ["  two\n lines\t", "two lines"],
    ["\u202eevil\u0000", "evil"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    ["\u200b\u2066", ""],
    ["🍏".repeat(80), "🍏".repeat(60)],
  ])("clean the name %j", (typed, name) => {
    expect(cleanName(typed)).toBe(name);
  });

  it("replace one of the same name in its place", () => {
    const views = [
      { name: "a", search: "" },
      { name: "b", search: "" },
    ];
    expect(withView(views, { name: "a", search: "?q=1" })).toEqual([{ name: "a", search: "?q=1" }, views[1]]);
  });
});
