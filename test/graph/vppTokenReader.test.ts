import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { VppTokensSnapshot } from "../../src/domain/snapshot.ts";
import type { VppTokenId } from "../../src/domain/vppToken.ts";
import { GraphError } from "../../src/graph/graphError.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { graphErrorOf, json, listUrl, origin, type SentRequest, stubClient, text } from "./stubGraph.ts";

const item = (id: string, more: object = {}) => ({
  id,
  displayName: `Token ${id}`,
  tokenActionResults: [],
  ...more,
});
const page = (value: unknown, next?: string) => () =>
  json({ value, ...(next !== undefined && { "@odata.nextLink": `${listUrl}?$skiptoken=${next}` }) });
const ids = (snapshot: VppTokensSnapshot) => snapshot.tokens.map(({ id }) => id as string);
const isSelected = ({ url }: SentRequest) => url.includes("$select=");

afterEach(() => vi.unstubAllGlobals());

describe("readAll", () => {
  it("asks for what is shown and never for the credential", async () => {
    const { client, sent } = stubClient(page([]));
    expect(await createVppTokenReader(client).readAll()).toEqual({
      tokens: [],
      unreadableTokens: [],
      isComplete: true,
    });
    const url = new URL(sent[0]?.url ?? "");
    expect(url.origin + url.pathname).toBe(`${origin}/beta/deviceAppManagement/vppTokens`);
    expect([...url.searchParams.keys()]).toEqual(["$select"]);
    expect(url.searchParams.get("$select")?.split(",")).toEqual([
      "id",
      "displayName",
      "organizationName",
      "locationName",
      "appleId",
      "vppTokenAccountType",
      "countryOrRegion",
      "state",
      "expirationDateTime",
      "lastModifiedDateTime",
      "lastSyncDateTime",
      "lastSyncStatus",
      "tokenActionResults",
    ]);
  });

  it("follows all pages and shows them as they come", async () => {
    const { client } = stubClient([page([item("1"), 5], "a"), page([item("2")], "b"), page([item("3")])]);
    const partials: VppTokensSnapshot[] = [];
    const whole = await createVppTokenReader(client).readAll({ onPage: (partial) => partials.push(partial) });
    expect(ids(whole)).toEqual(["1", "2", "3"]);
    expect(whole).toMatchObject({ isComplete: true, unreadableTokens: [{ kind: "unreadable", raw: 5 }] });
    expect(partials.map(ids)).toEqual([["1"], ["1", "2"]]);
    expect(partials.map(({ isComplete }) => isComplete)).toEqual([false, false]);
    expect(whole.tokens[0]).toBe(partials[0]?.tokens[0]);
  });

  it("shows the beginning of a long first page before it takes in the rest", async () => {
    const items = Array.from({ length: 700 }, (_, index) => item(`${index}`));
    const { client } = stubClient([page(items, "a"), page(items.map(({ id }) => item(`more-${id}`)))]);
    const reader = createVppTokenReader(client);
    const partials: VppTokensSnapshot[] = [];
    const whole = await reader.readAll({ onPage: (partial) => partials.push(partial) });
    expect(partials.map(({ tokens }) => tokens.length)).toEqual([100, 700]);
    expect(partials.every(({ isComplete }) => !isComplete)).toBe(true);
    expect(whole.tokens).toHaveLength(1_400);
    expect(whole.tokens.slice(0, 100)).toEqual(partials[0]?.tokens);
    await reader.readAll({ previous: whole, onPage: (partial) => partials.push(partial) });
    expect(partials).toHaveLength(2);
  });

  it("counts a token on two pages once, as it came last", async () => {
    const { client } = stubClient([
      page([item("1", { displayName: "old" }), item("2")], "a"),
      page([item("3"), item("1", { displayName: "new" })]),
    ]);
    const { tokens } = await createVppTokenReader(client).readAll();
    expect(tokens.map(({ id, displayName }) => [id, displayName])).toEqual([
      ["1", "new"],
      ["2", "Token 2"],
      ["3", "Token 3"],
    ]);
  });

  it("reads 3,000 tokens of ten results in one page", async () => {
    const tokenActionResults = Array.from({ length: 10 }, (_, index) => ({
      actionName: `${index}`,
      totalLicensesCount: 1,
    }));
    const { client } = stubClient(
      page(Array.from({ length: 3_000 }, (_, index) => item(`${index}`, { tokenActionResults }))),
    );
    const { tokens } = await createVppTokenReader(client).readAll();
    expect(tokens).toHaveLength(3_000);
    expect(tokens.flatMap(({ actionResults }) => actionResults)).toHaveLength(30_000);
  });

  it("returns the previous snapshot when nothing changed", async () => {
    const { client } = stubClient(() => json({ value: [item("1"), item("2"), null] }));
    const reader = createVppTokenReader(client);
    const previous = await reader.readAll();
    expect(await reader.readAll({ previous })).toBe(previous);
  });

  it.each<[string, unknown[]]>([
    ["a token more", [item("1"), item("2"), item("3"), null]],
    ["a token less", [item("1"), null]],
    ["another order", [item("2"), item("1"), null]],
    ["another unreadable item", [item("1"), item("2"), 0]],
    ["a changed token", [item("1"), item("2", { state: "expired" }), null]],
  ])("keeps untouched tokens beside %s", async (_, value) => {
    const { client } = stubClient([page([item("1"), item("2"), null]), page(value)]);
    const reader = createVppTokenReader(client);
    const previous = await reader.readAll();
    const next = await reader.readAll({ previous });
    expect(next).not.toBe(previous);
    expect(next.tokens.find(({ id }) => id === "1")).toBe(previous.tokens[0]);
  });

  it("stays silent while it replaces good data", async () => {
    const { client } = stubClient([page([item("1")], "a"), page([item("2")])]);
    const partials: VppTokensSnapshot[] = [];
    const previous = { tokens: [], unreadableTokens: [], isComplete: true };
    await createVppTokenReader(client).readAll({ previous, onPage: (partial) => partials.push(partial) });
    expect(partials).toEqual([]);
  });

  it.each([
    ["no value", { tokens: [] }],
    ["a value that is no list", { value: { id: "1" } }],
    ["a null value", { value: null }],
    ["a list", [item("1")]],
    ["a text", "value"],
  ])("refuses a page with %s", async (_, body) => {
    const { client } = stubClient(() => json(body, 200, { "request-id": "r-1" }));
    const error = await graphErrorOf(createVppTokenReader(client).readAll());
    expect(error).toMatchObject({ kind: "unreadableAnswer", requestId: "r-1" });
  });

  it.each<[string, () => Response | Promise<Response>, object]>([
    ["a lost network", () => Promise.reject(new TypeError("Failed to fetch")), { kind: "network" }],
    ["a truncated page", () => text('{"value":[{"id":"2"'), { kind: "unreadableAnswer" }],
    [
      "a throttled page",
      () => text("", 429, { "Retry-After": "3" }),
      { kind: "throttled", retryAfterMs: 3_000 },
    ],
    ["a refused page", () => json({}, 400), { kind: "refused", status: 400 }],
  ])("breaks off at %s after showing what came", async (_, responder, expected) => {
    const { client, sent } = stubClient([page([item("1")], "a"), responder]);
    const partials: VppTokensSnapshot[] = [];
    const reader = createVppTokenReader(client);
    expect(await graphErrorOf(reader.readAll({ onPage: (partial) => partials.push(partial) }))).toMatchObject(
      expected,
    );
    expect(partials.map(ids)).toEqual([["1"]]);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ["to another origin", "https://evil.example/beta/deviceAppManagement/vppTokens"],
    ["to itself", `${listUrl}?$skiptoken=a`],
    ["that is no text", 5],
  ])("refuses a next link %s after showing its page", async (_, nextLink) => {
    const { client, sent } = stubClient([
      page([item("1")], "a"),
      () => json({ value: [item("2")], "@odata.nextLink": nextLink }),
    ]);
    const partials: VppTokensSnapshot[] = [];
    const read = createVppTokenReader(client).readAll({ onPage: (partial) => partials.push(partial) });
    const quoted = { kind: "badPaging", status: 200, clientRequestId: expect.any(String) };
    expect(await graphErrorOf(read)).toMatchObject(quoted);
    expect(partials.map(ids)).toEqual([["1"], ["1", "2"]]);
    expect(sent).toHaveLength(2);
  });

  it("reads no more pages than its bound", async () => {
    const { client, sent } = stubClient(() => page([item(`${sent.length}`)], `${sent.length}`)());
    const reader = createVppTokenReader(client, { pageLimit: 4 });
    expect((await graphErrorOf(reader.readAll())).kind).toBe("badPaging");
    expect(sent).toHaveLength(4);
  });

  it("stops between pages when aborted", async () => {
    const controller = new AbortController();
    const { client, sent } = stubClient(page([item("1")], "a"));
    const read = createVppTokenReader(client).readAll({
      signal: controller.signal,
      onPage: () => controller.abort(),
    });
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toHaveLength(1);
  });

  it("shows nothing more once aborted amid a page", async () => {
    const controller = new AbortController();
    vi.stubGlobal("MessageChannel", abortingChannel(controller));
    const { client } = stubClient(
      page(
        Array.from({ length: 501 }, (_, index) => item(`${index}`)),
        "a",
      ),
    );
    const shownWhileAborted: boolean[] = [];
    const onPage = () => shownWhileAborted.push(controller.signal.aborted);
    const read = createVppTokenReader(client).readAll({ signal: controller.signal, onPage });
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
    expect(shownWhileAborted).toEqual([false]);
  });

  it("throws only GraphErrors and loses no item", async () => {
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.constantFrom("1", "2", "3"), state: fc.jsonValue() }),
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ value: fc.array(entry) }),
      fc.record({ value: fc.jsonValue() }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (received) => {
        const { client } = stubClient(() => json(received));
        const outcome = await createVppTokenReader(client)
          .readAll()
          .catch((error: unknown) => error);
        if (outcome instanceof GraphError) return;
        const { tokens, unreadableTokens } = outcome as VppTokensSnapshot;
        const { value } = received as { value: unknown[] };
        const named = value.flatMap((one) => idOf(one) ?? []);
        expect(tokens).toHaveLength(new Set(named).size);
        expect(unreadableTokens).toHaveLength(value.length - named.length);
      }),
    );
  });
});

describe("a Graph that cannot select", () => {
  const secret = {
    token: "c2VjcmV0",
    tokenActionResults: [{ actionState: "active", totalLicensesCount: 3 }],
  };

  it("is read without $select and redacted at once", async () => {
    const { client, sent } = stubClient((request) =>
      isSelected(request) ? json({}, 400) : page([item("1", secret)])(),
    );
    const reader = createVppTokenReader(client);
    const snapshot = await reader.readAll();
    expect(snapshot.tokens[0]?.actionResults).toHaveLength(1);
    expect(JSON.stringify(snapshot)).not.toContain("c2VjcmV0");
    expect(sent.map(isSelected)).toEqual([true, false]);
    expect(await reader.readAll({ previous: snapshot })).toBe(snapshot);
    expect(sent.map(isSelected)).toEqual([true, false, false]);
  });

  it("is asked again when 400 was about something else", async () => {
    const { client, sent } = stubClient(() => json({}, 400));
    const reader = createVppTokenReader(client);
    await graphErrorOf(reader.readAll());
    await graphErrorOf(reader.readAll());
    expect(sent.map(isSelected)).toEqual([true, false, true, false]);
  });

  it("shows nothing of an unselected answer that cannot be parsed", async () => {
    const broken = `{"value":[${JSON.stringify(item("1", secret)).slice(0, -2)}`;
    const { client } = stubClient((request) => (isSelected(request) ? json({}, 400) : text(broken)));
    const error = await graphErrorOf(createVppTokenReader(client).readAll());
    expect(error.kind).toBe("unreadableAnswer");
    expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toMatch(/c2VjcmV0|Token 1/);
  });
});

describe("a Graph that selects no results", () => {
  const bare = [{ id: "1" }, { id: "2" }];
  const full = bare.map(({ id }) => item(id, { token: "c2VjcmV0" }));

  /** `byId`, `unselected`: answers to the forms without `$select`. */
  function leavingOut(byId: () => Response, unselected: () => Response) {
    return stubClient((request) => {
      if (isSelected(request)) return json({ value: bare });
      return request.url.endsWith("/vppTokens/1") ? byId() : unselected();
    });
  }

  it("is asked for one token and then read without $select", async () => {
    const { client, sent } = leavingOut(() => json(full[0]), page(full));
    const reader = createVppTokenReader(client);
    const snapshot = await reader.readAll();
    expect(snapshot.tokens.map(({ actionResults }) => actionResults)).toEqual([[], []]);
    expect(JSON.stringify(snapshot)).not.toContain("c2VjcmV0");
    expect(sent.map(({ url }) => url.slice(listUrl.length).replace(/=.*/, ""))).toEqual([
      "?$select",
      "/1",
      "",
    ]);
    await reader.readAll({ previous: snapshot });
    expect(sent).toHaveLength(4);
    expect(sent.slice(3).map(isSelected)).toEqual([false]);
  });

  it.each([
    ["has none either", () => json({ id: "1" })],
    ["says null", () => json({ id: "1", tokenActionResults: null })],
    ["is refused", () => json({}, 403)],
    ["is no token", () => json({ value: [] })],
  ])("keeps $select when the one token %s", async (_, byId) => {
    const { client, sent } = leavingOut(byId, page(full));
    const reader = createVppTokenReader(client);
    expect(ids(await reader.readAll())).toEqual(["1", "2"]);
    await reader.readAll();
    expect(sent.map(({ url }) => url.endsWith("/1"))).toEqual([false, true, false]);
    expect(isSelected(sent[2] as SentRequest)).toBe(true);
  });

  it("asks for the one token later when Graph is out of reach", async () => {
    const { client, sent } = leavingOut(() => text("", 503), page(full));
    const reader = createVppTokenReader(client);
    await reader.readAll();
    await reader.readAll();
    expect(sent.filter(({ url }) => url.endsWith("/1"))).toHaveLength(2);
  });

  it("returns to $select when the whole list has none either", async () => {
    const { client, sent } = leavingOut(() => json(full[0]), page(bare));
    const reader = createVppTokenReader(client);
    await reader.readAll();
    await reader.readAll();
    expect(sent.map(isSelected)).toEqual([true, false, false, true]);
  });

  it.each([
    ["one token reports", [{ id: "1" }, item("2")]],
    ["null is reported", [{ id: "1", tokenActionResults: null }]],
    ["there are no tokens", []],
  ])("is not suspected when %s", async (_, value) => {
    const { client, sent } = stubClient(page(value));
    await createVppTokenReader(client).readAll();
    expect(sent).toHaveLength(1);
  });
});

describe("readByIds", () => {
  const [one, two, three] = ["1", "2", "3"] as unknown as [VppTokenId, VppTokenId, VppTokenId];

  /** Serves the list, and tokens by id from `bodies`; a number is a status. */
  function serving(bodies: Record<string, unknown>, list: unknown[] = [item("1"), item("2")]) {
    return stubClient(({ body, url }) => {
      if (!url.endsWith("/$batch")) return json({ value: list });
      const { requests } = body as { requests: { id: string; url: string }[] };
      return json({
        responses: requests.map((request) => {
          const answer = bodies[/vppTokens\/([^?]*)/.exec(request.url)?.[1] ?? ""];
          return typeof answer === "number"
            ? { id: request.id, status: answer }
            : { id: request.id, status: 200, body: answer };
        }),
      });
    });
  }

  it("reads some tokens in one request", async () => {
    const context = { "@odata.context": `${origin}/beta/$metadata#vppTokens/$entity` };
    const { client, sent } = serving({
      1: { ...context, ...item("1") },
      2: { value: item("2", { state: "expired" }) },
      3: 404,
    });
    const reader = createVppTokenReader(client);
    const previous = await reader.readAll();
    const read = await reader.readByIds([one, two, three, one], { previous });
    expect([...read.keys()]).toEqual(["1", "2", "3"]);
    expect(read.get(one)).toBe(previous.tokens[0]);
    expect(read.get(two)).toMatchObject({ id: "2", state: "expired" });
    expect(read.get(three)).toMatchObject({ kind: "notFound", status: 404 });
    expect(sent).toHaveLength(2);
    const urls = ["1", "2", "3"].map((id) =>
      expect.stringMatching(`^/deviceAppManagement/vppTokens/${id}\\?\\$select=id,`),
    );
    expect(sent[1]?.body).toMatchObject({ requests: urls.map((url) => ({ url })) });
  });

  it.each([
    ["another token", item("9")],
    ["no token", { value: [] }],
    ["nothing", undefined],
    ["a text", "token"],
  ])("takes %s for unreadable", async (_, body) => {
    const { client } = serving({ 1: body });
    const read = await createVppTokenReader(client).readByIds([one]);
    expect(read.get(one)).toMatchObject({ kind: "unreadableAnswer", status: 200 });
  });

  it("keeps an id within its path", async () => {
    const { client, sent } = serving({});
    await createVppTokenReader(client).readByIds(["../a?b/c" as VppTokenId]);
    expect(JSON.stringify(sent[0]?.body)).toContain("/vppTokens/..%2Fa%3Fb%2Fc?$select=");
  });

  it("uses the form that was found to work", async () => {
    const { client, sent } = stubClient((request) => {
      if (request.url.endsWith("/$batch")) {
        return json({ responses: [{ id: "0", status: 200, body: item("1", { token: "c2VjcmV0" }) }] });
      }
      return isSelected(request) ? json({}, 400) : json({ value: [item("1")] });
    });
    const reader = createVppTokenReader(client);
    await reader.readAll();
    const read = await reader.readByIds([one]);
    expect(JSON.stringify([...read])).not.toContain("c2VjcmV0");
    expect(JSON.stringify(sent[2]?.body)).not.toContain("$select");
  });

  it("rejects when Graph answers none", async () => {
    const { client } = stubClient(() => text("", 503));
    expect((await graphErrorOf(createVppTokenReader(client).readByIds([one]))).kind).toBe("serverError");
  });

  it("asks nothing for no ids", async () => {
    const { client, sent } = serving({});
    expect((await createVppTokenReader(client).readByIds([])).size).toBe(0);
    expect(sent).toEqual([]);
  });
});

function idOf(value: unknown): string | null {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return typeof id === "string" && id !== "" ? id : null;
}

/** Aborts while a long page gives way to other tasks. */
function abortingChannel(controller: AbortController) {
  return class {
    readonly port1 = { onmessage: () => {}, close: () => {} };
    readonly port2 = {
      postMessage: () => {
        controller.abort();
        this.port1.onmessage();
      },
    };
  };
}
