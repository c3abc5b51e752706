import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { localeCodes, locales } from "../../src/i18n/locales.ts";
import { readLocaleTable } from "../../src/i18n/readLocaleTable.ts";

const folder = "src/i18n/messages";

describe("the languages", () => {
  it("are those that have a catalogue, English first and drafts last", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
    expect([...localeCodes].sort()).toEqual(files.sort());
    expect(localeCodes).toEqual(["en", "ru", "de", "es", "fr", "ar", "ja"]);
  });

  it.each(localeCodes)("say of %s what its catalogue says of itself", (code) => {
    const { $name, $direction, $review } = JSON.parse(readFileSync(`${folder}/${code}.json`, "utf8"));
    const isDraft = $review === "machine-drafted";
    expect(locales[code]).toEqual({ name: $name, direction: $direction, isDraft });
  });

  it("are the same for a command that Node runs", () => {
    expect(readLocaleTable(pathToFileURL(`${folder}/`))).toEqual(locales);
  });
});
