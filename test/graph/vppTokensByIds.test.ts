import { afterEach, describe, expect, it, vi } from "vitest";
import type { VppTokenId } from "../../src/domain/vppToken.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { graphErrorOf, json, origin, stubClient, text } from "./stubGraph.ts";
import { isSelected, item } from "./tokenPages.ts";

afterEach(() => vi.unstubAllGlobals());

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
