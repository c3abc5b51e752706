import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact, redactText } from "../../src/graph/redact.ts";

const jwt = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJvaWQiOiIxMjM0NTY3OCJ9.c2lnbmF0dXJlLXBhcnQ";

describe("redact", () => {
  it.each<[string, unknown, unknown]>([
    ["a property", { token: "s", id: 1 }, { id: 1 }],
    ["any case", { Token: "s", TOKEN: "s", toKeN: 1 }, {}],
    ["any depth", { a: [{ b: { token: "s", c: 1 } }] }, { a: [{ b: { c: 1 } }] }],
    ["JSON text", { message: '{"token":"s","a":1}' }, { message: '{"a":1}' }],
    ["JSON text in JSON text", JSON.stringify([JSON.stringify({ token: "s" })]), JSON.stringify(["{}"])],
    ["an escaped name in JSON text", '{"tok\\u0065n":"s"}', "{}"],
    ["a name given twice in JSON text", '{"a":{"token":"s"},"a":2}', '{"a":{"token":"[removed]"},"a":2}'],
    ["cut off JSON text", { message: '{"token": "secr' }, { message: '{"token": "[removed]"' }],
  ])("removes token from %s", (_, value, expected) => {
    expect(redact(value)).toEqual(expected);
  });

  it.each([
    ["other names", { tokenActionResults: [], vppTokenId: "x", tokens: 1 }],
    ["words about tokens", { displayName: "token: none", note: '"Quoted" school' }],
    ["JSON text without it", { message: '{"a": [1,  2]}' }],
    ["plain values", 12],
  ])("keeps the very object for %s", (_, value) => {
    expect(redact(value)).toBe(value);
  });

  it("survives cycles", () => {
    const clean: Record<string, unknown> = { a: 1 };
    clean.self = clean;
    expect(redact(clean)).toBe(clean);
    const dirty: Record<string, unknown> = { token: "s" };
    dirty.self = dirty;
    const copy = redact(dirty) as Record<string, unknown>;
    expect(copy.self).toBe(copy);
    expect("token" in copy).toBe(false);
  });

  it("survives 10,000 levels", () => {
    const nest = (leaf: string) => JSON.parse(`${'{"a":['.repeat(10_000)}${leaf}${"]}".repeat(10_000)}`);
    const clean: unknown = nest("1");
    expect(redact(clean)).toBe(clean);
    let level = redact(nest('{"token":"s"}'));
    while (typeof level === "object" && level !== null && "a" in level) level = (level.a as unknown[])[0];
    expect(level).toEqual({});
  });

  it("copies __proto__ as a plain property", () => {
    const copy = redact(JSON.parse('{"__proto__":{"a":1},"token":"s"}'));
    expect(JSON.stringify(copy)).toBe('{"__proto__":{"a":1}}');
  });

  it("leaves no token in any JSON", () => {
    const key = fc.oneof(fc.string(), fc.constantFrom("token", "Token", "TOKEN", "a"));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.string(),
        fc.array(tie("tree")),
        fc.dictionary(key, tie("tree")),
        tie("tree").map((value) => JSON.stringify(value)),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const redacted = redact(value);
        expect(holdsToken(redacted)).toBe(false);
        expect(redact(redacted)).toBe(redacted);
        if (!holdsToken(value)) expect(redacted).toEqual(value);
      }),
    );
  });
});

describe("redactText", () => {
  it.each([
    ["a JWT", `expired: ${jwt}.`, "expired: [removed]."],
    [
      "a bearer header",
      "Authorization: Bearer 0123456789abcdefghijABCDEFG",
      "Authorization: Bearer [removed]",
    ],
    ["a JSON property", '{"token":"s","a":1}', '{"a":1}'],
    ["truncated JSON", '{"value":[{"id":"1","token":"c2VjcmV0', '{"value":[{"id":"1","token":"[removed]"'],
    ["a fragment amid text", 'near "Token" : "se\\"cret", "a": 1', 'near "Token" : "[removed]", "a": 1'],
    ["escaped JSON", '{"m":"{\\"token\\":\\"se', '{"m":"{\\"token\\":\\"[removed]\\"'],
    ["a number", '{"token": 123456, "a', '{"token": "[removed]", "a'],
    ["a cut off object", '{"token": {"inner": "secret"}, "a', '{"token": "[removed]"'],
    ["a fragment within a fragment", '{"token": {"token": "secret"}, "a', '{"token": "[removed]"'],
    ["a query", "GET /x?token=abcdef&y=1", "GET /x?token=[removed]&y=1"],
    ["an Apple content token", `sToken ${btoa('{"expDate":"2027","token":"abc"}')}`, "sToken [removed]"],
  ])("masks %s", (_, text, expected) => {
    expect(redactText(text)).toBe(expected);
    expect(redactText(expected)).toBe(expected);
  });

  it.each(["", "Bearer realm=x", "token", "No token was found", "The vppToken: none", "<html>token</html>"])(
    "leaves %j alone",
    (text) => {
      expect(redactText(text)).toBe(text);
    },
  );

  it("never throws and never leaks from cut off JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const whole = JSON.stringify({ value, token: "SECRET-VALUE", after: value });
        expect(redactText(whole.slice(0, cut % (whole.length + 1)))).not.toContain("SECRET-VALUE");
      }),
    );
  });

  it("gives up JSON text that nests too deeply", () => {
    const deep = `${"[".repeat(50_000)}{"token":"SECRET"}${"]".repeat(50_000)}`;
    expect(redactText(deep)).not.toContain("SECRET");
  });
});

function holdsToken(value: unknown): boolean {
  if (typeof value === "string") {
    if (!/^\s*[{["]/.test(value)) return false;
    try {
      return holdsToken(JSON.parse(value));
    } catch {
      return false;
    }
  }
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, child]) => key.toLowerCase() === "token" || holdsToken(child));
}
