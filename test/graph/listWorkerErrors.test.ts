import { describe, expect, it, vi } from "vitest";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { challenge, graphErrorOf, json, stubClient, text } from "./stubGraph.ts";
import { page } from "./tokenPages.ts";
import { item, type Responder, workerReader } from "./workerReader.ts";

describe("errors", () => {
  const answers: readonly (readonly [string, Responder])[] = [
    ["403", () => json({ error: { code: "Forbidden", message: "no" } }, 403, { "request-id": "r-1" })],
    ["429 with a wait", () => text("", 429, { "Retry-After": "7" })],
    ["HTML", () => text("<html>sign in</html>")],
    ["truncated JSON", () => text('{"value":[')],
    ["no value", () => json({ hello: 1 })],
    ["an error with status 200", () => json({ error: { code: "X" } })],
    ["an error beside a list", () => json({ value: [], error: { code: "X" } })],
    ["a link that leads away", () => json({ value: [], "@odata.nextLink": "https://evil.example/beta/x" })],
    ["a link that is no text", () => json({ value: [], "@odata.nextLink": 5 })],
    ["503", () => text("<html>gateway</html>", 503)],
    ["claims", () => text("", 401, { "WWW-Authenticate": challenge('{"a":1}') })],
  ];

  it.each(answers)("are the same by a worker: %s", async (_, answer) => {
    const { reader, workers } = workerReader([page([item("1")]), answer]);
    const previous = await reader.readAll();
    const error = await graphErrorOf(reader.readAll({ previous }));
    const plain = createVppTokenReader(stubClient([page([item("1")]), answer]).client);
    await plain.readAll();
    const expected = await graphErrorOf(plain.readAll());
    expect({ ...error, clientRequestId: "" }).toEqual({ ...expected, clientRequestId: "" });
    expect(workers[0]?.isEnded()).toBe(false);
  });

  it("of the network are believed once a worker has brought an answer", async () => {
    const { reader, here, asked } = workerReader([
      page([item("1")]),
      page([item("1")]),
      () => Promise.reject(new TypeError("Failed to fetch")),
    ]);
    const previous = await reader.readAll();
    await reader.readAll({ previous });
    expect((await graphErrorOf(reader.readAll({ previous }))).kind).toBe("network");
    expect([here.length, asked()]).toEqual([1, 3]);
  });

  it("of time end the worker, and another one takes its place", async () => {
    const deadline = new AbortController();
    const { reader, workers } = workerReader([
      page([item("1")]),
      page([item("1")]),
      () => {
        deadline.abort(new DOMException("late", "TimeoutError"));
        return new Promise(() => undefined);
      },
      page([item("1", 2)]),
    ]);
    const previous = await reader.readAll();
    await reader.readAll({ previous });
    const timer = vi.spyOn(AbortSignal, "timeout").mockReturnValue(deadline.signal);
    expect((await graphErrorOf(reader.readAll({ previous }))).kind).toBe("timeout");
    timer.mockRestore();
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([true]);
    const next = await reader.readAll({ previous });
    expect(next.tokens[0]?.actionResults?.[0]?.totalLicensesCount).toBe(2);
    expect(workers).toHaveLength(2);
  });

  it("pass the caller's abort on, also to the worker", async () => {
    const controller = new AbortController();
    const { reader, workers } = workerReader([
      page([item("1")]),
      () => {
        controller.abort(new Error("enough"));
        return new Promise(() => undefined);
      },
    ]);
    const previous = await reader.readAll();
    await expect(reader.readAll({ previous, signal: controller.signal })).rejects.toThrow("enough");
    expect(workers[0]?.received.map(({ kind }) => kind)).toEqual(["ask", "abort"]);
  });
});
