import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drafts } from "../../src/i18n/drafts.ts";
import { localeCodes } from "../../src/i18n/locales.ts";

const folder = "src/i18n/messages";

describe("the languages", () => {
  it("are those that have a catalogue", () => {
    expect(
      readdirSync(folder)
        .map((name) => name.replace(/\.json$/, ""))
        .sort(),
    ).toEqual([...localeCodes].sort());
  });

  it.each(localeCodes)("say of %s whether a native reader has reviewed it", (code) => {
    const { $review } = JSON.parse(readFileSync(`${folder}/${code}.json`, "utf8"));
    expect($review === "machine-drafted").toBe(drafts.has(code));
  });
});
