import { describe, expect, it } from "vitest";
import { themeNames } from "../../../src/dashboard/viewState.ts";
import { eventKinds } from "../../../src/domain/revocationEvents.ts";
import { sealed } from "../../../src/hosts/messages/envelope.ts";
import { parseFrameMessage, revocationChanges } from "../../../src/hosts/messages/frameMessage.ts";
import { frameThemes, parseParentMessage, wrongFieldOf } from "../../../src/hosts/messages/parentMessage.ts";

const conversation = "8ae0a0c5-0d43-4f4b-9d0e-2f6d4b8f3a11";
const ready = sealed(conversation, { type: "ready", hasAccessTokens: true });
const hello = sealed(conversation, { type: "hello" });

/** Never a message, whatever it is meant to be. */
const nothingLike: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a text", JSON.stringify(ready)],
  ["a list", [ready]],
  ["another source", { ...ready, source: "react-devtools" }],
  ["no source", { ...ready, source: undefined }],
  ["a later version", { ...ready, version: 2 }],
  ["a version in words", { ...ready, version: "1" }],
  ["an unknown type", { ...ready, type: "eval" }],
  ["no conversation", { ...ready, conversation: "" }],
  ["a field too many", { ...ready, script: "alert(1)" }],
];

describe("a message", () => {
  it("names source and version, as the contract has it", () => {
    expect(hello).toEqual({ source: "vpp-revocation-monitor", version: 1, conversation, type: "hello" });
  });

  it.each(nothingLike)("is nothing that is %s", (_, data) => {
    expect(parseParentMessage(data)).toBeNull();
    expect(parseFrameMessage(data)).toBeNull();
  });

  it("is for one side alone", () => {
    expect(parseParentMessage(ready)).toEqual(ready);
    expect(parseFrameMessage(ready)).toBeNull();
    expect(parseFrameMessage(hello)).toEqual(hello);
    expect(parseParentMessage(hello)).toBeNull();
  });

  it.each([
    ["a view with a line break", { view: "?q=a\nb" }],
    ["a view without an end", { view: "q".repeat(8_001) }],
    ["a view that is an object", { view: { q: "" } }],
    ["a theme that does not exist", { theme: "solarized" }],
    ["a language that is none", { locale: "<script>" }],
  ])("from the parent has no %s", (_, choices) => {
    expect(parseParentMessage(sealed(conversation, { type: "update", ...choices }))).toBeNull();
  });

  it.each([
    ["a height that is none", { type: "height", height: -1 }],
    ["a height that is no number", { type: "height", height: "100" }],
    ["an unknown change", { type: "revocationchange", kind: "revoked", happenedAt: 0, view: "" }],
    ["scopes in one text", { type: "getaccesstoken", request: 1, scopes: "a b" }],
  ])("from the frame has no %s", (_, said) => {
    expect(parseFrameMessage(sealed(conversation, said))).toBeNull();
  });

  it("says which field is wrong", () => {
    const update = { type: "update", view: "?q=a" };
    expect(wrongFieldOf(sealed(conversation, update))).toBeNull();
    expect(wrongFieldOf(sealed(conversation, { ...update, locale: "" }))).toBe("locale");
    expect(wrongFieldOf(sealed(conversation, { ...update, type: "other" }))).toBe("type");
  });

  it("knows the dashboard's themes and news", () => {
    expect(frameThemes).toEqual(themeNames);
    expect(revocationChanges).toEqual(eventKinds);
  });
});
