import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  defaultViewState,
  parseViewState,
  serializeViewState,
  sortColumns,
  themeNames,
  type ViewState,
} from "../../src/dashboard/viewState.ts";
import { revocationOutcomes } from "../../src/domain/outcome.ts";
import type { RevocationIdentity } from "../../src/domain/revocation.ts";
import type { VppTokenId } from "../../src/domain/vppToken.ts";
import { localeCodes } from "../../src/i18n/locales.ts";
import { aRevocation } from "../support/builders.ts";

const anyText = fc.string({ unit: "grapheme" });
const anyIdentity: fc.Arbitrary<RevocationIdentity> = fc.record({
  parentId: anyText.map((id) => id as VppTokenId),
  kind: fc.constant("vppToken" as const),
  actionName: fc.option(fc.string({ unit: "binary" })),
  started: anyText,
  ordinal: fc.nat(),
});
const anyView: fc.Arbitrary<ViewState> = fc.record({
  q: anyText,
  outcomes: fc.uniqueArray(fc.constantFrom(...revocationOutcomes)),
  sort: fc.oneof(
    fc.constant(defaultViewState.sort),
    fc.record({
      column: fc.constantFrom(...sortColumns),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    }),
  ),
  action: fc.oneof(fc.constant(null), fc.constant("unreadable" as const), anyIdentity),
  lang: fc.option(fc.constantFrom(...localeCodes)),
  theme: fc.option(fc.constantFrom(...themeNames)),
  scenario: fc.option(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,39}$/)),
});

describe("view state in a link", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseViewState(serializeViewState(view))).toEqual(view);
      }),
    );
  });

  it("survives any query string", () => {
    const anySearch = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .tuple(fc.constantFrom("q", "outcome", "sort", "action", "lang", "theme", "scenario"), anyText)
        .map(([key, value]) => `?${key}=${value}`),
      anyText.map((code) => `?action=1.${code}`),
    );
    fc.assert(
      fc.property(anySearch, (search) => {
        const view = parseViewState(search);
        expect(parseViewState(serializeViewState(view))).toEqual(view);
      }),
    );
  });

  it("writes nothing for the defaults", () => {
    expect(serializeViewState(defaultViewState)).toBe("");
    expect(parseViewState("")).toEqual(defaultViewState);
  });

  it("reads as a person would write it", () => {
    expect(
      parseViewState("?q=berlin&outcome=failed,active&sort=-started&lang=ru&theme=dark&scenario=mixed"),
    ).toEqual({
      q: "berlin",
      outcomes: ["failed", "active"],
      sort: { column: "started", direction: "descending" },
      action: null,
      lang: "ru",
      theme: "dark",
      scenario: "mixed",
    });
  });

  it("drops unknown and wrong values", () => {
    const search =
      "?outcome=failed,nonsense,failed&sort=colour&lang=xx&theme=pink&scenario=../x&action=&more=1";
    expect(parseViewState(search)).toEqual({ ...defaultViewState, outcomes: ["failed"] });
  });

  it.each(["1.", "2.e30", "1.e30", "1.%%%", "nonsense", "1.bnVsbA"])(
    "calls the action %s unreadable",
    (code) => {
      expect(parseViewState(`?action=${encodeURIComponent(code)}`).action).toBe("unreadable");
    },
  );

  it("needs no escaping for an opened revocation", () => {
    const { identity } = aRevocation({ actionName: "Отозвать ?&=/+ 🍏" });
    expect(serializeViewState({ ...defaultViewState, action: identity })).toMatch(/^\?action=1\.[\w-]+$/);
  });
});
