import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/app/config/parseConfig.ts";
import { derivePageHeaders } from "../../../src/hosts/headers/pageHeaders.ts";

const tenant = {
  mode: "tenant",
  clientId: "99999999-8888-4777-8666-555555555555",
  tenantId: "contoso.onmicrosoft.com",
  cloud: "usGov",
};
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "headers-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run headers", () => {
  it("prints what the pages need as JSON", () => {
    const parsed = parseConfig(tenant);
    if (!parsed.ok) throw new Error("not a configuration");
    const { stdout, status } = run(tenant, "--for", "json");
    expect(JSON.parse(stdout)).toEqual(derivePageHeaders(parsed.config));
    expect(status).toBe(0);
  });

  it("prints nginx blocks under the deployed folder", () => {
    const { stdout } = run(tenant, "--for", "nginx", "--base", "/vpp/");
    const locations = [...stdout.matchAll(/^location (.*) \{$/gm)].map(([, match]) => match);
    expect(locations).toEqual([
      "= /vpp/index.html",
      "= /vpp/embed.html",
      "= /vpp/redirect.html",
      "= /vpp/relay.html",
      "= /vpp/config.json",
      "/vpp/workers/",
      "/vpp/assets/",
      "/vpp/",
    ]);
    expect(stdout).toContain("https://graph.microsoft.us");
    expect(stdout.match(/add_header .*;/g)).toHaveLength(stdout.match(/ always;$/gm)?.length ?? 0);
  });

  it("prints a web.config that IIS can parse", () => {
    const { stdout } = run(tenant, "--for", "iis");
    const lines = stdout.trim().split("\n");
    expect(lines[0]).toBe('<?xml version="1.0" encoding="utf-8"?>');
    const open: string[] = [];
    for (const [, closing, name = "", empty] of stdout.matchAll(/<(\/?)([a-zA-Z.]+)(?:\s[^>]*?)?(\/?)>/g)) {
      if (closing) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
    }
    expect(open).toEqual([]);
    expect([...stdout.matchAll(/location path="([^"]+)"/g)].map(([, path]) => path)).toEqual([
      "embed.html",
      "redirect.html",
      "relay.html",
      "config.json",
      "workers",
      "assets",
    ]);
  });

  it("prints a staticwebapp.config.json", () => {
    const { routes, globalHeaders } = JSON.parse(run(tenant, "--for", "azure-static-web-apps").stdout);
    expect(routes.map(({ route }: { route: string }) => route)).toEqual([
      "/",
      "/index.html",
      "/embed.html",
      "/redirect.html",
      "/relay.html",
      "/config.json",
      "/workers/*",
      "/assets/*",
    ]);
    expect(globalHeaders["X-Content-Type-Options"]).toBe("nosniff");
  });

  it.each([
    [
      "a wrong cloud",
      { ...tenant, cloud: "mars" },
      ["--for", "nginx"],
      'cloud: found "mars"; allowed: global',
    ],
    ["a missing field", { mode: "tenant" }, ["--for", "nginx"], "clientId: found nothing"],
    ["a file that is no JSON", "<html>", ["--for", "nginx"], "is not valid JSON"],
    ["an unknown host", tenant, ["--for", "apache"], '--for: found "apache"; allowed: nginx|'],
    ["no host", tenant, [], "--for: found"],
    ["an unknown argument", tenant, ["--to", "nginx"], "Unknown option '--to'"],
    ["a base that is no path", tenant, ["--for", "nginx", "--base", "vpp"], '--base: found "vpp"'],
  ])("says what is wrong with %s", (_name, config, options, words) => {
    const { stdout, stderr, status } = run(config, ...options);
    expect({ stdout, status }).toEqual({ stdout: "", status: 1 });
    expect(stderr).toContain(words);
    expect(stderr).toContain("Usage: npm run headers");
  });
});

function run(config: unknown, ...options: readonly string[]) {
  const path = join(folder, "config.json");
  writeFileSync(path, typeof config === "string" ? config : JSON.stringify(config));
  const script = "src/hosts/headers/printHeaders.ts";
  return spawnSync(process.execPath, ["--import", "tsx", script, "--config", path, ...options], {
    encoding: "utf8",
  });
}
