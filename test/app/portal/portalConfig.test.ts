import { describe, expect, it } from "vitest";
import { type PortalOptions, parsePortalConfig } from "../../../src/app/portal/portalConfig.ts";
import { portalSearch } from "../../../src/app/portal/portalView.ts";

function parse(given: Partial<PortalOptions>) {
  const nothing = { cloud: undefined, poll: undefined, historyKey: undefined, theme: undefined };
  return parsePortalConfig({ getAccessToken: async () => "given", ...nothing, ...given });
}

describe("what a portal sets", () => {
  it("has the defaults of config.json", () => {
    expect(parse({})).toMatchObject({ ok: true, config: { mode: "portal", cloud: "global" } });
    const poll = { activeSeconds: 5 };
    expect(parse({ cloud: "usGov", poll, theme: "system", historyKey: "ada" })).toMatchObject({
      ok: true,
      config: { cloud: "usGov", poll: { activeSeconds: 5, idleSeconds: 300 } },
    });
  });

  it.each<[string, Partial<PortalOptions>]>([
    ["getAccessToken", { getAccessToken: undefined }],
    ["getAccessToken", { getAccessToken: "token" }],
    ["cloud", { cloud: "globl" }],
    ["cloud", { cloud: "" }],
    ["poll.activeSeconds", { poll: { activeSeconds: 1 } }],
    ["poll.often", { poll: { often: 1 } }],
    ["historyKey", { historyKey: "" }],
    ["theme", { theme: "pink" }],
  ])("names %s where it is wrong", (name, given) => {
    expect(parse(given)).toEqual({ ok: false, wrong: [name] });
  });
});

describe("a portal's view", () => {
  it("keeps what is filtered, and neither wall nor language nor theme", () => {
    expect(portalSearch("?outcome=failed&view=wall&lang=ru&theme=dark&scenario=quiet&x=1")).toBe(
      "?outcome=failed",
    );
    expect(portalSearch("outcome=failed")).toBe("?outcome=failed");
  });
});
