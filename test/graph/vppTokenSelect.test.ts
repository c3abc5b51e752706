import { afterEach, describe, expect, it, vi } from "vitest";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { graphErrorOf, json, listUrl, type SentRequest, stubClient, text } from "./stubGraph.ts";
import { ids, isSelected, item, page } from "./tokenPages.ts";

afterEach(() => vi.unstubAllGlobals());

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
