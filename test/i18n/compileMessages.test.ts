import { describe, expect, it } from "vitest";
import { compileCatalogue } from "../../src/i18n/compileMessages.ts";

const source = { greeting: "Hello {name}", licences: "{count, plural, one {# licence} other {# licences}}" };

describe("compileCatalogue", () => {
  it("names every missing key at once", () => {
    expect(() => compileCatalogue({}, source, "ru.json")).toThrow(
      /ru\.json:\n {2}lacks greeting\n {2}lacks licences/,
    );
  });

  it("refuses an empty translation", () => {
    expect(() => compileCatalogue({ ...source, greeting: " " }, source, "ru.json")).toThrow("lacks greeting");
  });

  it("refuses keys that English does not have", () => {
    expect(() => compileCatalogue({ ...source, stray: "x" }, source, "ru.json")).toThrow("has stray");
  });

  it("refuses a lost placeholder", () => {
    expect(() => compileCatalogue({ ...source, greeting: "Hello" }, source, "ru.json")).toThrow(
      "in greeting",
    );
  });

  it("accepts other plural forms over the same placeholder", () => {
    const licences =
      "{count, plural, one {# лицензия} few {# лицензии} many {# лицензий} other {# лицензии}}";
    expect(Object.keys(compileCatalogue({ ...source, licences }, source, "ru.json"))).toEqual([
      "greeting",
      "licences",
    ]);
  });

  it("takes the note of its readers for no message", () => {
    const file = { ...source, $review: "machine-drafted" };
    expect(Object.keys(compileCatalogue(file, source, "de.json"))).toEqual(["greeting", "licences"]);
  });

  it("names a message that cannot be parsed", () => {
    expect(() => compileCatalogue({ ...source, greeting: "{name" }, source, "ru.json")).toThrow(
      "cannot be parsed in greeting",
    );
  });
});
