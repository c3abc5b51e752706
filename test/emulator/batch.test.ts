import { describe, expect, it } from "vitest";
import { emulated, readAll } from "./emulated.ts";

const path = "/deviceAppManagement/vppTokens";

describe("batches of the emulated Graph", () => {
  it("answers each part with its own status", async () => {
    const graph = emulated();
    const [first] = await readAll(graph);
    const urls = [`${path}/${first?.id}?$select=id`, `${path}/nobody`, `${path}?$select=oops`, "relative"];
    const { responses } = await (await graph.batch(urls)).json();
    expect(responses.map((part: { status: number }) => part.status)).toEqual([200, 404, 400, 404]);
    expect(responses[0].body.id).toBe(first?.id);
  });

  it("accepts twenty parts and no more", async () => {
    const urls = Array.from({ length: 21 }, () => path);
    expect((await emulated().batch(urls.slice(1))).status).toBe(200);
    expect((await emulated().batch(urls)).status).toBe(400);
  });

  it.each(["", "{}", '{"requests":[]}', '{"requests":[{"id":1}]}'])("refuses the body %s", async (body) => {
    const headers = { Authorization: "Bearer first" };
    const response = await emulated().get("https://graph.microsoft.com/beta/$batch", {
      method: "POST",
      headers,
      body,
    });
    expect(response.status).toBe(400);
  });

  it("counts parts against the request limit", async () => {
    const graph = emulated({ scenario: "empty" });
    const urls = Array.from({ length: 20 }, () => path);
    for (let batch = 0; batch < 50; batch += 1) await graph.batch(urls);
    const { responses } = await (await graph.batch([path])).json();
    expect(responses[0].status).toBe(429);
    expect(responses[0].headers["Retry-After"]).toBe("20");
    graph.pass(20_000);
    expect((await graph.get()).status).toBe(200);
  });

  it("tells the wait in part headers", async () => {
    const graph = emulated({ scenario: "throttled" });
    await graph.get();
    const response = await graph.batch([path, path]);
    const { responses } = await response.json();
    expect(response.status).toBe(200);
    expect(responses.map((part: { headers: object }) => part.headers)).toEqual([
      expect.objectContaining({ "Retry-After": "12" }),
      expect.objectContaining({ "Retry-After": "12" }),
    ]);
  });
});
