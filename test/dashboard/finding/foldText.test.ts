import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/dashboard/finding/foldText.ts";

describe("folding a text", () => {
  it.each([
    ["case", "NORTH", "north"],
    ["accents", "Málaga Zürich", "malaga zurich"],
    ["composition", "й".normalize("NFC"), "й".normalize("NFD")],
    ["ё and е", "Берёза", "Береза"],
    ["full width", "ＡＢＣ　１２３", "abc 123"],
    ["ligatures", "ﬁliale", "filiale"],
    ["Cyrillic capitals", "АВЕКМНОРСТУХ", "ABEKMHOPCTYX"],
    ["Cyrillic small letters", "сосо", "coco"],
    ["Greek capitals", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"],
    ["Turkish letters", "İstanbul ışık", "istanbul isik"],
    ["letters that do not decompose", "Straße Łódź Ærø", "STRASSE Lodz AERO"],
    ["dashes", "North–East — 2", "north-east - 2"],
    ["quotes", "«Школа» “A”", '"Школа" "A"'],
    ["what takes no room", "No\u200brth\u00ad", "North"],
    ["spaces that do not break", "North\u00a0East", "North East"],
  ])("forgives %s", (_, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it.each([
    ["Север", "Sever"],
    ["North 1", "North 2"],
    ["ш", "w"],
  ])("tells %s from %s", (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it("does not depend on how a text was composed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
    );
  });
});
