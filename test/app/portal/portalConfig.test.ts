import { describe, expect, it } from "vitest";
import { type PortalOptions, parsePortalConfig } from "../../../src/app/portal/portalConfig.ts";
import { portalSearch } from "../../../src/app/portal/portalView.ts";

function parse(given: Partial<PortalOptions>) {
  const nothing = { cloud: undefined, poll: undefined, historyKey: undefined, theme: undefined };
  return parsePortalConfig({ getAccessToken: async () => "given", ...nothing, ...given }, pageUrl);
}

const pageUrl = "https://portal.contoso.example/licences?of=ipads#now";
const signIn = {
  "client-id": "99999999-8888-4777-8666-555555555555",
  "tenant-id": "contoso.onmicrosoft.com",
  "redirect-uri": "/sign-in/redirect.html",
};

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
    ["brandColor", { brandColor: "red" }],
    ["brandColor", { brandColor: "#12345" }],
  ])("names %s where it is wrong", (name, given) => {
    expect(parse(given)).toEqual({ ok: false, wrong: [name] });
  });
});

describe("a portal that lets people sign in here", () => {
  const own = (change: Partial<Record<keyof typeof signIn, unknown>> = {}) =>
    parse({ getAccessToken: undefined, signIn: { ...signIn, ...change } });

  it("says to which tenant, by which application, and what the sign-in comes back to", () => {
    expect(own()).toMatchObject({
      ok: true,
      config: {
        mode: "tenant",
        clientId: signIn["client-id"],
        tenantId: "contoso.onmicrosoft.com",
        redirectUri: "https://portal.contoso.example/sign-in/redirect.html",
      },
    });
  });

  it.each<[string, unknown]>([
    ["client-id", undefined],
    ["client-id", "contoso"],
    ["tenant-id", undefined],
    ["tenant-id", ""],
    ["tenant-id", "common"],
    ["redirect-uri", undefined],
    ["redirect-uri", ""],
    ["redirect-uri", "https://elsewhere.example/redirect.html"],
    ["redirect-uri", "javascript:alert(1)"],
    ["redirect-uri", "https://"],
  ])("names %s where it is %o", (name, value) => {
    expect(own({ [name]: value })).toEqual({ ok: false, wrong: [name] });
  });

  it("names all that is missing at once", () => {
    const nothing = { "client-id": undefined, "tenant-id": undefined, "redirect-uri": undefined };
    expect(own(nothing)).toEqual({ ok: false, wrong: ["client-id", "tenant-id", "redirect-uri"] });
  });

  it("is not asked for a tenant where it gives access tokens", () => {
    expect(parse({ signIn: { ...signIn, "client-id": "" } })).toMatchObject({ config: { mode: "portal" } });
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
