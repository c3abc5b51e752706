import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { VppTokensSnapshot } from "../../src/domain/snapshot.ts";
import { GraphError } from "../../src/graph/graphError.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { graphErrorOf, json, listUrl, origin, stubClient, text } from "./stubGraph.ts";
import { ids, item, page } from "./tokenPages.ts";

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
    const shown: number[] = [];
    const read = reader.readAll({ onPage: ({ tokens }) => shown.push(tokens.length) });
    expect((await graphErrorOf(read)).kind).toBe("badPaging");
    expect(sent).toHaveLength(4);
    expect(shown).toEqual([1, 2, 3, 4]);
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
