import { describe, expect, it } from "vitest";
import { type AppConfig, parseConfig } from "../../../src/app/config/parseConfig.ts";
import { clientId, tenantFile, wholeFile, wrongFiles } from "./configFiles.ts";

const secret = "q1W8Q~abcdefghijklmnopqrstuvwxyz0123456789".slice(0, 40);

describe("parseConfig", () => {
  it("fills in every default", () => {
    expect(configOf({ mode: "demo" })).toEqual({
      mode: "demo",
      cloud: "global",
      poll: { activeSeconds: 10, idleSeconds: 300, unchangedMinutes: 60 },
      history: { persist: true, days: 90 },
      embed: { allowedOrigins: [] },
      locale: null,
    });
  });

  it("keeps what the file says", () => {
    const { $schema: _, ...fields } = wholeFile;
    expect(configOf(wholeFile)).toEqual(fields);
  });

  it("fills in the rest of a section", () => {
    expect(configOf({ mode: "demo", poll: { activeSeconds: 5 } }).poll).toEqual({
      activeSeconds: 5,
      idleSeconds: 300,
      unchangedMinutes: 60,
    });
  });

  it("chooses the catalogue of a language tag", () => {
    expect(configOf({ mode: "demo", locale: "ru-KZ" }).locale).toBe("ru");
  });

  it("lists every wrong field at once", () => {
    const file = {
      mode: "tenant",
      tenantId: "common",
      cloud: "moon",
      poll: { activeSeconds: 1.5, idleSeconds: "300" },
      history: [],
      embed: { allowedOrigins: ["https://portal.contoso.com", "*"] },
      lokale: "ru",
    };
    expect(problemsOf(file).map(({ path }) => path)).toEqual([
      "clientId",
      "tenantId",
      "cloud",
      "poll.activeSeconds",
      "poll.idleSeconds",
      "embed.allowedOrigins[1]",
      "history",
      "lokale",
    ]);
  });

  it("checks the other fields under an unknown mode", () => {
    expect(problemsOf({ mode: "live", cloud: "moon" }).map(({ path }) => path)).toEqual(["mode", "cloud"]);
  });

  it("tells a missing field from a wrong one", () => {
    expect(problemsOf({ mode: "tenant", tenantId: null })).toEqual([
      { path: "clientId", found: { kind: "missing" }, allowed: { kind: "guid" } },
      { path: "tenantId", found: { kind: "text", text: "null" }, allowed: { kind: "tenant" } },
    ]);
  });

  it("reports a value once that breaks two rules", () => {
    expect(problemsOf({ mode: "demo", poll: { idleSeconds: 0.5 } })).toEqual([
      {
        path: "poll.idleSeconds",
        found: { kind: "text", text: "0.5" },
        allowed: { kind: "wholeNumber", min: 2, max: 3_600 },
      },
    ]);
  });

  it.each(wrongFiles)("has at least one problem to show: %s", (_, file) => {
    expect(problemsOf(file)).not.toHaveLength(0);
  });

  it.each([
    ["clientid", "clientId"],
    ["tenantID", "tenantId"],
    ["activeSecond", "poll.activeSeconds"],
    ["poll.activeSeconds", "poll.activeSeconds"],
    ["allowedOrigin", "embed.allowedOrigins"],
    ["scenario", null],
    ["", null],
    ["__proto__", null],
    ["constructor", null],
    ["x".repeat(41), null],
  ])("suggests the nearest field for %j", (name, suggestion) => {
    const file = JSON.parse(`{"mode": "demo", ${JSON.stringify(name)}: 1}`);
    expect(problemsOf(file).map(({ allowed }) => allowed)).toEqual([{ kind: "noSuchField", suggestion }]);
  });
});

describe("what was found", () => {
  it("is cut when it is long", () => {
    const [long] = problemsOf(tenantFile({ clientId: "x".repeat(10_000) }));
    expect(long?.found).toEqual({ kind: "text", text: `"${"x".repeat(119)}…` });
  });

  it("is cut for names too", () => {
    expect(problemsOf({ mode: "demo", ["x".repeat(10_000)]: 1 })[0]?.path).toHaveLength(121);
  });

  it("shows invisible characters as their codes", () => {
    const [hostile] = problemsOf(tenantFile({ clientId: "\u202e\u200b\u0007🙂" }));
    expect(hostile?.found).toEqual({ kind: "text", text: '"\\u202e\\u200b\\u0007🙂"' });
  });

  it("never cuts a character in half", () => {
    const [long] = problemsOf(tenantFile({ clientId: "🙂".repeat(200) }));
    expect(long?.found).toEqual({ kind: "text", text: `"${"🙂".repeat(119)}…` });
  });

  it.each([
    ["a client secret in the place of the client id", tenantFile({ clientId: secret })],
    ["a client secret of its own", tenantFile({ clientSecret: "anything" })],
    ["a secret inside an unknown section", tenantFile({ auth: { client_secret: "anything" } })],
    ["an access token", tenantFile({ auth: "eyJ0eXAiOiJKV1QiLCJhbGciOi.x.y" })],
    ["a private key", tenantFile({ key: "-----BEGIN PRIVATE KEY-----" })],
  ])("is hidden when it is %s", (_, file) => {
    expect(problemsOf(file).map(({ found }) => found)).toEqual([{ kind: "hidden" }]);
  });

  it("is shown when a client id merely lacks a digit", () => {
    const text = JSON.stringify(clientId.slice(1));
    expect(problemsOf(tenantFile({ clientId: clientId.slice(1) }))[0]?.found).toEqual({ kind: "text", text });
  });
});

function configOf(file: unknown): AppConfig {
  const parsed = parseConfig(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

function problemsOf(file: unknown) {
  const parsed = parseConfig(file);
  return parsed.ok ? [] : parsed.problems;
}
