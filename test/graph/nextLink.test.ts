import { describe, expect, it } from "vitest";
import { GraphError } from "../../src/graph/graphError.ts";
import { createPageTrail, graphUrl } from "../../src/graph/nextLink.ts";
import { listUrl, origin } from "./stubGraph.ts";

const path = "/beta/deviceAppManagement/vppTokens?$select=id";
const badPaging = expect.objectContaining({ kind: "badPaging" });

describe("createPageTrail", () => {
  it.each([
    ["an absolute link", `${listUrl}?$skiptoken=a`, `${listUrl}?$skiptoken=a`],
    ["a relative link", "/beta/deviceAppManagement/vppTokens?$skiptoken=a", `${listUrl}?$skiptoken=a`],
    [
      "another case",
      `${origin}/beta/DeviceAppManagement/VPPTOKENS?$skip=1`,
      `${origin}/beta/DeviceAppManagement/VPPTOKENS?$skip=1`,
    ],
    ["a fragment, without it", `${listUrl}?$skip=1#x`, `${listUrl}?$skip=1`],
    [
      "the default port",
      `https://graph.microsoft.com:443/beta/deviceAppManagement/vppTokens?$skip=1`,
      `${listUrl}?$skip=1`,
    ],
  ])("follows %s", (_, nextLink, expected) => {
    expect(createPageTrail(origin, path).next(nextLink)).toBe(expected);
  });

  it.each([null, undefined])("ends at %s", (nextLink) => {
    expect(createPageTrail(origin, path).next(nextLink)).toBeNull();
  });

  it.each([
    ["another origin", "https://evil.example/beta/deviceAppManagement/vppTokens?$skip=1"],
    ["a look-alike origin", "https://graph.microsoft.com.evil.example/beta/deviceAppManagement/vppTokens"],
    ["another cloud", "https://graph.microsoft.us/beta/deviceAppManagement/vppTokens?$skip=1"],
    ["another port", "https://graph.microsoft.com:8443/beta/deviceAppManagement/vppTokens?$skip=1"],
    ["http", "http://graph.microsoft.com/beta/deviceAppManagement/vppTokens?$skip=1"],
    ["credentials", "https://user:pw@graph.microsoft.com/beta/deviceAppManagement/vppTokens?$skip=1"],
    ["a host in place of a path", "//evil.example/beta/deviceAppManagement/vppTokens"],
    ["back slashes", "\\\\evil.example/beta/deviceAppManagement/vppTokens"],
    ["another version", `${origin}/v1.0/deviceAppManagement/vppTokens?$skip=1`],
    ["another resource", `${origin}/beta/deviceAppManagement/mobileApps?$skip=1`],
    ["a path that climbs", `${listUrl}/../mobileApps?$skip=1`],
    ["a path that climbs encoded", `${listUrl}/%2e%2e/mobileApps?$skip=1`],
    ["a script", "javascript:alert(1)"],
    ["no URL", "https://"],
    ["itself", origin + path],
    ["an empty text", ""],
    ["a number", 5],
    ["an object", {}],
  ])("refuses %s", (_, nextLink) => {
    expect(() => createPageTrail(origin, path).next(nextLink)).toThrow(badPaging);
  });

  it("refuses a link followed before", () => {
    const trail = createPageTrail(origin, path);
    trail.next(`${listUrl}?$skip=1`);
    trail.next(`${listUrl}?$skip=2`);
    expect(() => trail.next(`${listUrl}?$skip=1#again`)).toThrow(badPaging);
  });

  it("refuses more pages than its bound", () => {
    const trail = createPageTrail(origin, path, 3);
    expect(trail.next(`${listUrl}?$skip=1`)).not.toBeNull();
    expect(trail.next(`${listUrl}?$skip=2`)).not.toBeNull();
    expect(() => trail.next(`${listUrl}?$skip=3`)).toThrow(GraphError);
    expect(trail.next(null)).toBeNull();
  });
});

describe("graphUrl", () => {
  it("serves paths of the beta API only", () => {
    expect(graphUrl(origin, "/beta/$batch")).toBe(`${origin}/beta/$batch`);
    expect(() => graphUrl(origin, "/v1.0/me")).toThrow(badPaging);
  });

  it("sends nothing without encryption", () => {
    expect(() => graphUrl("http://graph.microsoft.com", "/beta/me")).toThrow(badPaging);
  });
});
