import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  defaultViewState,
  densities,
  parseViewState,
  serializeViewState,
  sortColumns,
  themeNames,
  type ViewState,
} from "../../src/dashboard/viewState.ts";
import { failureCauses } from "../../src/domain/failureCause.ts";
import { revocationOutcomes } from "../../src/domain/outcome.ts";
import type { RevocationIdentity } from "../../src/domain/revocation.ts";
import { tokenStateKinds, type VppTokenId } from "../../src/domain/vppToken.ts";
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
const anyMoment = fc.oneof(
  fc.constant(null),
  fc.stringMatching(/^-[1-9]\d{0,2}[hd]$/),
  fc
    .tuple(
      fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      fc.constantFrom(10, 16, 19, 23),
    )
    .map(([date, length]) => date.toISOString().slice(0, length) + (length > 10 ? "Z" : "")),
);
const anyColumns = fc
  .subarray([...sortColumns], { minLength: 1 })
  .chain((columns) => fc.shuffledSubarray(columns, { minLength: columns.length }))
  .filter((columns) => columns.includes("token"));
const anyView: fc.Arbitrary<ViewState> = fc.record({
  q: anyText,
  outcomes: fc.uniqueArray(fc.constantFrom(...revocationOutcomes)),
  reasons: fc.uniqueArray(fc.constantFrom(...failureCauses)),
  tokens: fc.uniqueArray(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 4 }),
  tokenStates: fc.uniqueArray(fc.constantFrom(...tokenStateKinds)),
  from: anyMoment,
  to: anyMoment,
  sort: fc.oneof(
    fc.constant(defaultViewState.sort),
    fc.record({
      column: fc.constantFrom(...sortColumns),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    }),
  ),
  group: fc.option(fc.constant("token" as const)),
  columns: anyColumns,
  density: fc.constantFrom(...densities),
  view: fc.option(fc.constant("wall" as const)),
  action: fc.oneof(fc.constant(null), fc.constant("unreadable" as const), anyIdentity),
  lang: fc.option(fc.constantFrom(...localeCodes)),
  theme: fc.option(fc.constantFrom(...themeNames)),
  scenario: fc.option(fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,39}$/)),
});

const keys = [
  ...["q", "outcome", "reason", "token", "tokenState", "from", "to", "sort", "group", "columns", "density"],
  ...["action", "view", "lang", "theme", "scenario"],
];

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
      fc.tuple(fc.constantFrom(...keys), anyText).map(([key, value]) => `?${key}=${value}`),
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
    const search =
      "?q=berlin&outcome=failed,active&reason=appleFailure&token=a&token=b&tokenState=expired,valid" +
      "&from=2026-11-22&to=-24h&sort=-started&group=token&columns=state,token&density=compact&view=wall" +
      "&lang=ru&theme=dark&scenario=mixed";
    expect(serializeViewState(parseViewState(search))).toBe(search);
    expect(parseViewState(search)).toEqual({
      q: "berlin",
      outcomes: ["failed", "active"],
      reasons: ["appleFailure"],
      tokens: ["a", "b"],
      tokenStates: ["expired", "valid"],
      from: "2026-11-22",
      to: "-24h",
      sort: { column: "started", direction: "descending" },
      group: "token",
      columns: ["state", "token"],
      density: "compact",
      view: "wall",
      action: null,
      lang: "ru",
      theme: "dark",
      scenario: "mixed",
    });
  });

  it("drops unknown and wrong values", () => {
    const search =
      "?outcome=failed,nonsense,failed&reason=bad&token=&tokenState=,&from=soon&to=2026-13-01&sort=colour" +
      "&group=state&columns=,colour&density=tiny&view=list&lang=xx&theme=pink&scenario=../x&action=&more=1";
    expect(parseViewState(search)).toEqual({ ...defaultViewState, outcomes: ["failed"] });
  });

  it.each([
    ["2026-11-22", "2026-11-22"],
    ["2026-11-22T10:00Z", "2026-11-22T10:00Z"],
    ["2026-11-22T10:00:59.123Z", "2026-11-22T10:00:59.123Z"],
    ["-1h", "-1h"],
    ["-999d", "-999d"],
    ["-0h", null],
    ["-1000d", null],
    ["24h", null],
    ["2026-02-31", null],
    ["2026-11-22T25:00Z", null],
    ["2026-11-22T10:00", null],
    ["2026", null],
    ["", null],
  ])("reads the time %j as %j", (written, from) => {
    expect(parseViewState(`?from=${written}`).from).toBe(from);
  });

  it("never loses the column that opens a revocation", () => {
    expect(parseViewState("?columns=state,updated").columns).toEqual(["token", "state", "updated"]);
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
