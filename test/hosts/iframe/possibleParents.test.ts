import { describe, expect, it } from "vitest";
import { possibleParents } from "../../../src/hosts/iframe/possibleParents.ts";

const [app, portal, other] = ["https://app.example", "https://portal.example", "https://other.example"];

/** From the parent outwards, as the browser lists them. */
function parentsAmid(around: readonly string[] | undefined, listed: readonly string[] = [portal, other]) {
  const frame = { location: { origin: app, ancestorOrigins: around } };
  return possibleParents(frame as unknown as Window, listed);
}

describe("possibleParents", () => {
  it.each<[string, readonly string[] | undefined, readonly string[]]>([
    ["a listed page", [portal], [portal]],
    ["a listed page in a listed page", [portal, other], [portal]],
    ["a listed page in the app itself", [portal, app], [portal]],
    ["a stranger", ["https://stranger.example"], []],
    ["a listed page in a stranger's", [portal, "https://stranger.example"], []],
    ["the app itself", [app], []],
    ["a page without an origin", ["null"], []],
    ["whom the browser does not name", undefined, [portal, other]],
  ])("knows %s", (_, around, parents) => expect(parentsAmid(around)).toEqual(parents));

  it("is nobody where nobody is listed", () => {
    expect(parentsAmid(undefined, [])).toEqual([]);
    expect(parentsAmid([portal], [])).toEqual([]);
  });
});
