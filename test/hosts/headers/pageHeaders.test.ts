import { describe, expect, it } from "vitest";
import { type CloudName, cloudNames, clouds } from "../../../src/app/config/clouds.ts";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import {
  derivePageHeaders,
  matchPagePattern,
  type PageHeaders,
  type PagePattern,
} from "../../../src/hosts/headers/pageHeaders.ts";

const ids = { clientId: "99999999-8888-4777-8666-555555555555", tenantId: "contoso.onmicrosoft.com" };

describe("derivePageHeaders", () => {
  it.each(cloudNames)("lets a tenant page reach its %s hosts alone", (cloud) => {
    const { graphOrigin, loginOrigin } = clouds[cloud];
    const policy = policyOf(tenantHeaders(cloud), "index.html");
    const alias = cloud === "china" ? ["https://login.partner.microsoftonline.cn"] : [];
    expect(policy["connect-src"]).toEqual(["'self'", loginOrigin, graphOrigin]);
    expect(policy["frame-src"]).toEqual(["'self'", loginOrigin, ...alias]);
  });

  it("lets the demo reach nothing but its own files", () => {
    const demo = headersOf({ mode: "demo", cloud: "usGov" });
    expect(policyOf(demo, "index.html")).toMatchObject({
      "connect-src": ["'self'"],
      "frame-src": ["'none'"],
    });
    expect(JSON.stringify(demo)).not.toContain("https://");
  });

  it("keeps every page but the redirect page out of frames", () => {
    expect(ancestorsOf(tenantHeaders("global"))).toEqual({
      "index.html": ["'none'"],
      "embed.html": ["'none'"],
      "redirect.html": ["'self'"],
      "relay.html": ["'none'"],
      "config.json": ["'none'"],
      "workers/*": ["'none'"],
      "assets/*": ["'none'"],
      "*": ["'none'"],
    });
  });

  it("lets the listed portals frame the page for frames, and what silent renewal loads in it", () => {
    const portals = ["https://portal.contoso.com", "https://portal.fabrikam.com:8443"];
    const listed = headersOf({ mode: "tenant", ...ids, embed: { allowedOrigins: portals } });
    expect(ancestorsOf(listed)).toEqual({
      ...ancestorsOf(tenantHeaders("global")),
      "embed.html": portals,
      "redirect.html": ["'self'", ...portals],
    });
    const { "frame-ancestors": _, ...index } = policyOf(listed, "index.html");
    const { "frame-ancestors": __, ...embed } = policyOf(listed, "embed.html");
    expect(embed).toEqual(index);
  });

  it("lets the relay read its configuration and nothing more", () => {
    expect(policyOf(tenantHeaders("global"), "relay.html")).toMatchObject({
      "connect-src": ["'self'"],
      "form-action": ["'none'"],
    });
  });

  it("allows no inline, evaluated or foreign script", () => {
    for (const page of ["index.html", "embed.html", "redirect.html", "relay.html"] as const) {
      expect(policyOf(tenantHeaders("global"), page)).toMatchObject({
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [/index|embed/.test(page) ? "vpp-worker" : "'none'"],
      });
    }
  });

  it.each(cloudNames)("lets a worker of a %s page reach Graph and nothing else", (cloud) => {
    expect(policyOf(tenantHeaders(cloud), "workers/*")).toMatchObject({
      "default-src": ["'none'"],
      "connect-src": [clouds[cloud].graphOrigin],
    });
    expect(policyOf(tenantHeaders(cloud), "workers/*")).not.toHaveProperty("script-src");
    expect(policyOf(tenantHeaders(cloud), "index.html")["worker-src"]).toEqual(["'self'"]);
  });

  it("lets a worker of the demo reach nothing", () => {
    expect(policyOf(headersOf({ mode: "demo" }), "workers/*")["connect-src"]).toEqual(["'none'"]);
  });

  it("leaves the pages of a sign-in without an opener policy", () => {
    const headers = tenantHeaders("global");
    expect(headers["redirect.html"]).not.toHaveProperty("Cross-Origin-Opener-Policy");
    expect(headers["relay.html"]).not.toHaveProperty("Cross-Origin-Opener-Policy");
    expect(headers["index.html"]["Cross-Origin-Opener-Policy"]).toBe("same-origin-allow-popups");
  });

  it("caches hashed files alone", () => {
    const caching = pages().map((page) => [page, tenantHeaders("global")[page]["Cache-Control"]]);
    expect(Object.fromEntries(caching)).toEqual({
      "index.html": "no-store",
      "embed.html": "no-store",
      "redirect.html": "no-store",
      "relay.html": "no-store",
      "config.json": "no-store",
      "workers/*": "public, max-age=31536000, immutable",
      "assets/*": "public, max-age=31536000, immutable",
      "*": "no-cache",
    });
  });
});

describe("matchPagePattern", () => {
  it.each([
    ["", "index.html"],
    ["index.html", "index.html"],
    ["redirect.html", "redirect.html"],
    ["embed.html", "embed.html"],
    ["relay.html", "relay.html"],
    ["config.json", "config.json"],
    ["assets/index-Ab12.js", "assets/*"],
    ["workers/listWorker-Ab12.js", "workers/*"],
    ["workers", "*"],
    ["assets", "*"],
    ["config.schema.json", "*"],
    ["old/index.html", "*"],
  ] as const)("puts %j under %j", (path, pattern) => expect(matchPagePattern(path)).toBe(pattern));
});

function tenantHeaders(cloud: CloudName): PageHeaders {
  return headersOf({ mode: "tenant", ...ids, cloud });
}

function headersOf(json: unknown): PageHeaders {
  const parsed = parseConfig(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return derivePageHeaders(parsed.config);
}

function pages(): readonly PagePattern[] {
  return [
    "index.html",
    "embed.html",
    "redirect.html",
    "relay.html",
    "config.json",
    "workers/*",
    "assets/*",
    "*",
  ];
}

function ancestorsOf(headers: PageHeaders) {
  return Object.fromEntries(pages().map((page) => [page, policyOf(headers, page)["frame-ancestors"]]));
}

function policyOf(headers: PageHeaders, page: PagePattern): Readonly<Record<string, readonly string[]>> {
  const directives = (headers[page]["Content-Security-Policy"] ?? "").split("; ");
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources];
    }),
  );
}
