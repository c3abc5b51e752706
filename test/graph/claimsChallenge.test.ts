import { describe, expect, it } from "vitest";
import { parseClaimsChallenge } from "../../src/graph/claimsChallenge.ts";

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"},"name":"ÿÿ?>~ж"}}';
const base64 = Buffer.from(claims).toString("base64");
const base64url = Buffer.from(claims).toString("base64url");

describe("parseClaimsChallenge", () => {
  it.each([
    ["base64", `Bearer realm="", error="insufficient_claims", claims="${base64}"`],
    ["base64url", `Bearer claims="${base64url}"`],
    ["no padding", `Bearer claims="${base64.replace(/=+$/, "")}"`],
    ["no quotes", `Bearer error=insufficient_claims, claims=${base64}`],
    ["spaces around =", `Bearer realm="x" , claims = "${base64}"`],
    ["other case", `BEARER CLAIMS="${base64}"`],
    ["escaped characters", `Bearer claims="\\${base64[0]}${base64.slice(1)}"`],
    [
      "a decoy in a quoted string",
      `Bearer error_description="use claims=\\"x\\", please", claims="${base64}"`,
    ],
    ["another challenge before", `Negotiate YII/abc==, Basic realm="a, b", Bearer claims="${base64}"`],
    ["another challenge behind", `Bearer claims="${base64}", Basic realm="x"`],
    ["an unreadable one before", `Bearer claims="%%%", Bearer claims="${base64}"`],
    ["the first of two", `Bearer claims="${base64}", Bearer claims="${btoa('{"b":2}')}"`],
    ["an empty parameter", `Bearer realm=, claims="${base64}"`],
  ])("reads %s", (_, header) => {
    expect(parseClaimsChallenge(header)).toBe(claims);
  });

  it.each([
    ["no header", null],
    ["an empty header", ""],
    ["no claims", 'Bearer realm="", error="invalid_token"'],
    ["claims of another scheme", `Bearer realm="x", Basic claims="${base64}"`],
    ["claims inside a quoted string only", `Bearer error_description="claims=\\"${base64}\\""`],
    ["an unterminated string", `Bearer claims="${base64}`],
    ["no base64", 'Bearer claims="***"'],
    ["no JSON", `Bearer claims="${btoa("hello")}"`],
    ["JSON that is no object", `Bearer claims="${btoa("[1]")}"`],
    ["bytes that are no UTF-8", `Bearer claims="${btoa('{"a":"\xff"}')}"`],
    ["a bare parameter", `claims="${base64}"`],
    ["stray characters", `Bearer claims="${base64}" {}`],
  ])("finds nothing in %s", (_, header) => {
    expect(parseClaimsChallenge(header)).toBeNull();
  });
});
