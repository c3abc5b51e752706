import { describe, expect, it } from "vitest";
import { challenge, graphErrorOf, json, origin, type SentRequest, stubClient, text } from "./stubGraph.ts";

interface Sent {
  readonly requests: readonly { readonly id: string; readonly method: string; readonly url: string }[];
}

type Answer = (url: string) => object;

/** Answers each part by its URL, in reverse order as Graph may. */
function answering(answer: Answer) {
  return ({ body }: SentRequest) =>
    json({ responses: (body as Sent).requests.map(({ id, url }) => ({ id, ...answer(url) })).reverse() });
}

const ok: Answer = (url) => ({ status: 200, headers: {}, body: { url } });
const urls = (count: number) => Array.from({ length: count }, (_, index) => ({ url: `/x/${index}` }));
const sizes = (sent: readonly SentRequest[]) => sent.map(({ body }) => (body as Sent).requests.length);

describe("batch", () => {
  it("sends at most twenty parts a request", async () => {
    const { client, sent } = stubClient(answering(ok));
    const answers = await client.batch(urls(45));
    expect(sizes(sent)).toEqual([20, 20, 5]);
    expect(answers.map(({ body }) => body)).toEqual(urls(45));
    expect(sent[0]).toMatchObject({ url: `${origin}/beta/$batch`, method: "POST" });
    expect(sent[0]?.headers.get("Content-Type")).toBe("application/json");
    expect(sent[0]?.init.cache).toBe("default");
    expect(sent[0]?.body).toMatchObject({ requests: { 1: { id: "1", method: "GET", url: "/x/1" } } });
  });

  it("sends nothing for nothing", async () => {
    const { client, sent } = stubClient(answering(ok));
    expect(await client.batch([])).toEqual([]);
    expect(sent).toEqual([]);
  });

  it("judges each part alone", async () => {
    const parts: Record<string, object> = {
      "/x/0": { status: 200, body: { a: 1 } },
      "/x/1": { status: 404, body: { error: { code: "NotFound", innerError: { "request-id": "r" } } } },
      "/x/2": { status: 429, headers: { "RETRY-AFTER": "9" } },
      "/x/3": { status: 200, headers: "none", body: "<html>" },
      "/x/4": { status: "200", body: {} },
      "/x/5": { status: 200, body: { error: { code: "Odd" } } },
      "/x/6": { status: 200, headers: { "Retry-After": 5 }, body: '{"a":2}' },
    };
    const { client } = stubClient(answering((url) => parts[url] ?? {}));
    const answers = await client.batch(urls(7));
    expect(answers).toMatchObject([
      { status: 200, body: { a: 1 }, error: null },
      { status: 404, body: null, error: { kind: "notFound", code: "NotFound", requestId: "r" } },
      { status: 429, headers: { "retry-after": "9" }, error: { kind: "throttled", retryAfterMs: 9_000 } },
      { status: 200, headers: {}, error: { kind: "unreadableAnswer" } },
      { status: null, error: { kind: "unreadableAnswer" } },
      { status: 200, error: { kind: "refused", code: "Odd" } },
      { status: 200, headers: { "retry-after": "5" }, body: { a: 2 }, error: null },
    ]);
  });

  it.each([
    ["HTML", text("<html>")],
    ["no responses", json({ value: [] })],
    ["a list", json([])],
  ])("rejects %s for a whole answer", async (_, response) => {
    const { client } = stubClient(() => response);
    expect((await graphErrorOf(client.batch(urls(2)))).kind).toBe("unreadableAnswer");
  });

  it("marks parts that were not answered", async () => {
    const { client } = stubClient(() => json({ responses: [null, 5, { id: "1", status: 200, body: {} }] }));
    const answers = await client.batch(urls(2));
    expect(answers.map(({ error }) => error?.kind ?? null)).toEqual(["unreadableAnswer", null]);
  });

  it("keeps what was answered before a later failure", async () => {
    const { client, sent } = stubClient([answering(ok), () => text("", 503, { "Retry-After": "4" })]);
    const answers = await client.batch(urls(50));
    expect(sent).toHaveLength(2);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(20);
    expect(answers[49]?.error).toMatchObject({ kind: "serverError", retryAfterMs: 4_000 });
  });

  it("rejects when the first request fails", async () => {
    const { client } = stubClient(() => text("", 429));
    expect((await graphErrorOf(client.batch(urls(25)))).kind).toBe("throttled");
  });

  it("lets the caller abort between requests", async () => {
    const controller = new AbortController();
    const { client, sent } = stubClient((request) => {
      if (sent.length === 2) controller.abort();
      return answering(ok)(request);
    });
    await expect(client.batch(urls(50), { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("meets a challenge to the whole batch", async () => {
    const unauthorized = () => json({}, 401, { "WWW-Authenticate": challenge('{"a":1}') });
    const { client, sent, asked } = stubClient([unauthorized, answering(ok)]);
    expect(await client.batch(urls(2))).toMatchObject([{ status: 200 }, { status: 200 }]);
    expect(sizes(sent)).toEqual([2, 2]);
    expect(asked[1]?.claims).toBe('{"a":1}');
  });

  it("sends challenged parts again once", async () => {
    const challenged = { status: 401, headers: { "Www-Authenticate": challenge('{"b":2}') } };
    const first = answering((url) => (url === "/x/0" ? ok(url) : challenged));
    const second = answering((url) => (url === "/x/1" ? ok(url) : challenged));
    const { client, sent, asked } = stubClient([first, second]);
    const answers = await client.batch(urls(3));
    expect(sizes(sent)).toEqual([3, 2]);
    expect(asked.map(({ claims }) => claims)).toEqual([undefined, '{"b":2}']);
    expect(answers).toMatchObject([
      { body: { url: "/x/0" } },
      { body: { url: "/x/1" } },
      { status: 401, error: { kind: "unauthorized", claims: '{"b":2}' } },
    ]);
  });

  it("keeps the other parts when the challenge cannot be met", async () => {
    const challenged = { status: 401, headers: { "WWW-Authenticate": challenge('{"b":2}') } };
    const { client } = stubClient(
      answering((url) => (url === "/x/0" ? ok(url) : challenged)),
      {
        getAccessToken: ({ claims }) =>
          claims ? Promise.reject(new Error("interaction")) : Promise.resolve("access"),
      },
    );
    expect(await client.batch(urls(2))).toMatchObject([{ error: null }, { error: { kind: "signInNeeded" } }]);
  });

  it("does not repeat a part's plain 401", async () => {
    const { client, sent } = stubClient(answering(() => ({ status: 401 })));
    expect(await client.batch(urls(1))).toMatchObject([{ error: { kind: "unauthorized" } }]);
    expect(sent).toHaveLength(1);
  });
});
