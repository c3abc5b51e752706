import { describe, expect, it } from "vitest";
import type { GraphErrorKind } from "../../src/graph/graphError.ts";
import { vppTokenScopes } from "../../src/graph/scopes.ts";
import flat from "../fixtures/error-403-forbidden-flat-message.json" with { type: "json" };
import nested from "../fixtures/error-403-forbidden-nested-json-message.json" with { type: "json" };
import { challenge, graphErrorOf, json, origin, stubClient, text } from "./stubGraph.ts";

const path = "/beta/deviceAppManagement/vppTokens";
const html = "<!DOCTYPE html><html><body>Sign in to the hotel</body></html>";
const graphBody = (message: string, code = "Code") => ({
  error: {
    code,
    message,
    innerError: { date: "2026-03-01T11:59:59", "request-id": "r-1", "client-request-id": "c-1" },
  },
});

describe("get", () => {
  it("sends one careful request", async () => {
    const { client, sent, asked } = stubClient(() => json({ value: [] }));
    expect(await client.get(path)).toEqual({ value: [] });
    expect(asked).toEqual([{ scopes: ["https://graph.microsoft.com/DeviceManagementApps.Read.All"] }]);
    const [request] = sent;
    expect(request).toMatchObject({ url: origin + path, method: "GET", body: undefined });
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      accept: "application/json",
      authorization: "Bearer access-1",
      "client-request-id": "request-1",
    });
    expect(request?.init).toMatchObject({
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
    });
  });

  it("names scopes by cloud", () => {
    expect(vppTokenScopes("https://graph.microsoft.us")).toEqual([
      "https://graph.microsoft.us/DeviceManagementApps.Read.All",
    ]);
  });

  it("sends nothing to another origin", async () => {
    const { client, sent, asked } = stubClient(() => json({}));
    expect((await graphErrorOf(client.get("https://evil.example/beta/x"))).kind).toBe("badPaging");
    expect([...sent, ...asked]).toEqual([]);
  });

  it.each<[number, GraphErrorKind]>([
    [304, "refused"],
    [400, "refused"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "notFound"],
    [409, "refused"],
    [429, "throttled"],
    [500, "serverError"],
    [501, "serverError"],
    [502, "serverError"],
    [503, "serverError"],
    [504, "serverError"],
  ])("turns %i into %s", async (status, kind) => {
    const { client } = stubClient(() =>
      status === 304 ? new Response(null, { status }) : json(graphBody("Words"), status),
    );
    expect(await graphErrorOf(client.get(path))).toMatchObject({ kind, status, retryAfterMs: null });
  });

  it.each<[string, Response, GraphErrorKind, number]>([
    ["HTML", text(html), "unreadableAnswer", 200],
    ["an empty body", text(""), "unreadableAnswer", 200],
    ["truncated JSON", text('{"value":[{"id":"1","token":"c2VjcmV0'), "unreadableAnswer", 200],
    ["an error body", json(graphBody("Words")), "refused", 200],
    ["a null body", new Response(null, { status: 204 }), "unreadableAnswer", 204],
    ["a captive portal's status", text(html, 511), "unreadableAnswer", 511],
    ["a proxy's refusal", text(html, 403), "unreadableAnswer", 403],
    ["a gateway's outage", text(html, 503), "serverError", 503],
    ["a gateway's throttling", text(html, 429), "throttled", 429],
    ["Graph's own HTML", text(html, 403, { "request-id": "r-9" }), "forbidden", 403],
    ["an empty refusal", text("", 403), "forbidden", 403],
  ])("tells what %s is", async (_, response, kind, status) => {
    const { client } = stubClient(() => response);
    const error = await graphErrorOf(client.get(path));
    const date = kind === "refused" ? "2026-03-01T11:59:59" : "2026-03-01T12:00:00.000Z";
    expect(error).toMatchObject({ kind, status, clientRequestId: expect.any(String), date });
    expect(error.message + String(error.cause)).not.toMatch(/hotel|c2VjcmV0/);
  });

  it("keeps what support asks for", async () => {
    const { client } = stubClient(() => json(flat, 403));
    expect(await graphErrorOf(client.get(path))).toMatchObject({
      code: "Forbidden",
      graphMessage: flat.error.message,
      requestId: "b8c9fdff-b1f5-4f36-847e-d31d35c81f65",
      clientRequestId: "request-1",
      date: "2017-05-12T14:50:24",
    });
  });

  it("unwraps Intune's JSON message", async () => {
    const { client } = stubClient(() => json(nested, 403));
    const error = await graphErrorOf(client.get(path));
    expect(error.graphMessage).toMatch(/^An error has occurred - Operation ID/);
    expect(error).toMatchObject({
      clientRequestId: "111af43c-dadb-4c47-a76c-02fad0bd4894",
      retryAfterMs: null,
    });
  });

  it.each<[string, unknown, object]>([
    [
      "innererror",
      { error: { code: "A", innererror: { "request-id": "r-2" } } },
      { code: "A", requestId: "r-2" },
    ],
    ["no inner error", { error: { code: "A", message: "M" } }, { requestId: "header-id", graphMessage: "M" }],
    [
      "a bare error",
      { error: "invalid_grant", error_description: "D" },
      { code: "invalid_grant", graphMessage: "D" },
    ],
    ["no envelope", { Message: "M" }, { code: null, graphMessage: "M" }],
    [
      "numbers for texts",
      { error: { code: 5, message: {}, innerError: [] } },
      { code: null, graphMessage: null },
    ],
    ["a list", [], { code: null, graphMessage: null }],
    ["null", null, { code: null, graphMessage: null }],
  ])("reads an error with %s", async (_, body, expected) => {
    const { client } = stubClient(() => json(body, 400, { "request-id": "header-id" }));
    expect(await graphErrorOf(client.get(path))).toMatchObject({ kind: "refused", ...expected });
  });

  it.each<[string, object, Record<string, string>, number | null]>([
    ["the header", graphBody("M"), { "Retry-After": "7" }, 7_000],
    ["a date in the header", graphBody("M"), { "Retry-After": "Sun, 01 Mar 2026 12:00:10 GMT" }, 10_000],
    ["Intune's number", graphBody('{"Message":"M","RetryAfter":11}'), {}, 11_000],
    ["Intune's text", graphBody('{"Message":"M","RetryAfter":"12"}'), {}, 12_000],
    ["Intune's time span", graphBody('{"Message":"M","RetryAfter":"00:01:01"}'), {}, 61_000],
    ["the header first", graphBody('{"Message":"M","RetryAfter":11}'), { "Retry-After": "7" }, 7_000],
    ["nowhere", graphBody('{"Message":"M","RetryAfter":null}'), {}, null],
  ])("reads the wait from %s", async (_, body, headers, retryAfterMs) => {
    const { client } = stubClient(() => json(body, 429, headers));
    expect(await graphErrorOf(client.get(path))).toMatchObject({
      kind: "throttled",
      retryAfterMs,
      graphMessage: "M",
    });
  });

  it("redacts Graph's message", async () => {
    const { client } = stubClient(() => json(graphBody('bad body {"token": "c2VjcmV0", "a'), 400));
    expect((await graphErrorOf(client.get(path))).message).toBe('bad body {"token": "[removed]", "a');
  });

  it("refuses JSON of another kind", async () => {
    const { client } = stubClient(() => json({ token: "secret" }, 200, { "request-id": "r-3" }));
    const error = await graphErrorOf(client.get(path, { accepts: () => false }));
    expect(error).toMatchObject({
      kind: "unreadableAnswer",
      status: 200,
      requestId: "r-3",
      graphMessage: null,
    });
  });
});

describe("access tokens", () => {
  it("meets a claims challenge once", async () => {
    const unauthorized = () => json(graphBody("M"), 401, { "WWW-Authenticate": challenge('{"a":1}') });
    const { client, sent, asked } = stubClient([unauthorized, () => json({ ok: 1 })]);
    expect(await client.get(path)).toEqual({ ok: 1 });
    expect(asked.map(({ claims }) => claims)).toEqual([undefined, '{"a":1}']);
    expect(sent.map(({ headers }) => headers.get("Authorization"))).toEqual([
      "Bearer access-1",
      "Bearer access-2",
    ]);
    expect(sent.map(({ headers }) => headers.get("client-request-id"))).toEqual(["request-1", "request-2"]);
    await client.get(path);
    expect(asked[2]?.claims).toBeUndefined();
  });

  it("gives up at the second challenge", async () => {
    const { client, sent } = stubClient(() => json({}, 401, { "WWW-Authenticate": challenge('{"a":1}') }));
    expect(await graphErrorOf(client.get(path))).toMatchObject({ kind: "unauthorized", claims: '{"a":1}' });
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["no challenge", {}],
    ["a malformed one", { "WWW-Authenticate": 'Bearer claims="' }],
  ])("sends a 401 with %s only once", async (_, headers) => {
    const { client, sent } = stubClient(() => json({}, 401, headers));
    expect(await graphErrorOf(client.get(path))).toMatchObject({ kind: "unauthorized", claims: null });
    expect(sent).toHaveLength(1);
  });

  it("says that sign-in is needed", async () => {
    const cause = new Error("interaction_required");
    const { client, sent } = stubClient(() => json({}), { getAccessToken: () => Promise.reject(cause) });
    expect(await graphErrorOf(client.get(path))).toMatchObject({ kind: "signInNeeded", cause });
    expect(sent).toHaveLength(0);
  });

  it.each(["", "secret\nvalue", "sécret"])("neither sends nor quotes the token %j", async (token) => {
    const { client, sent } = stubClient(() => json({}), { getAccessToken: async () => token });
    const error = await graphErrorOf(client.get(path));
    expect(error.kind).toBe("signInNeeded");
    expect(String(error.cause)).not.toMatch(/s.cret/);
    expect(sent).toHaveLength(0);
  });
});

describe("broken connections", () => {
  const brokenOff = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode('{"value":['));
          controller.error(new TypeError("terminated"));
        },
      }),
    );
  const endless = () => new Response(new ReadableStream({ start() {} }));
  const never = () => new Promise<Response>(() => {});

  it.each<[string, () => Promise<Response> | Response, GraphErrorKind]>([
    ["a lost network", () => Promise.reject(new TypeError("Failed to fetch")), "network"],
    ["a body that breaks off", brokenOff, "network"],
    ["no answer", never, "timeout"],
    ["a body without end", endless, "timeout"],
  ])("tells %s", async (_, responder, kind) => {
    const { client } = stubClient(responder, { timeoutMs: 20 });
    expect(await graphErrorOf(client.get(path))).toMatchObject({
      kind,
      status: null,
      clientRequestId: "request-1",
      date: "2026-03-01T12:00:00.000Z",
    });
  });

  it.each<[string, () => Promise<Response> | Response]>([
    ["before the answer", never],
    ["amid the body", endless],
  ])("passes on the caller's abort %s", async (_, responder) => {
    const controller = new AbortController();
    const { client } = stubClient(() => {
      setTimeout(() => controller.abort());
      return responder();
    });
    await expect(client.get(path, { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("asks nothing for a caller that has gone", async () => {
    const { client, asked } = stubClient(() => json({}));
    const reason = new Error("unmounted");
    await expect(client.get(path, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(asked).toEqual([]);
  });

  it("sends nothing once aborted during sign-in", async () => {
    const controller = new AbortController();
    const { client, sent } = stubClient(() => json({}), {
      getAccessToken: async () => {
        controller.abort();
        throw new Error("cancelled");
      },
    });
    await expect(client.get(path, { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(sent).toHaveLength(0);
  });
});
