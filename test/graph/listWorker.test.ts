import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VppTokensSnapshot } from "../../src/domain/snapshot.ts";
import { GraphError } from "../../src/graph/graphError.ts";
import { createVppTokenReader } from "../../src/graph/vppTokenReader.ts";
import { graphErrorOf, json, stubClient, text } from "./stubGraph.ts";
import { page } from "./tokenPages.ts";
import { item, workerReader } from "./workerReader.ts";

describe("a list that a worker reads", () => {
  it("is read here at first, and by one worker from then on", async () => {
    const { reader, here, workers } = workerReader([page([item("1")])]);
    const first = await reader.readAll();
    expect([here.length, workers.length]).toEqual([1, 0]);
    const second = await reader.readAll({ previous: first });
    await reader.readAll({ previous: second });
    expect([here.length, workers.length]).toEqual([1, 1]);
    expect(workers[0]?.received).toHaveLength(2);
  });

  it("keeps the objects of what did not change", async () => {
    const [one, two] = [item("1"), item("2")];
    const { reader } = workerReader([
      page([one, two]),
      page([one, two]),
      page([one, two]),
      page([one, item("2", 5)]),
      page([one, item("2", 5)]),
    ]);
    const first = await reader.readAll();
    expect(await reader.readAll({ previous: first })).toBe(first);
    expect(await reader.readAll({ previous: first })).toBe(first);
    const changed = await reader.readAll({ previous: first });
    expect(changed.tokens[0]).toBe(first.tokens[0]);
    expect(changed.tokens[1]?.actionResults?.[0]?.totalLicensesCount).toBe(5);
    expect(await reader.readAll({ previous: changed })).toBe(changed);
  });

  it("crosses once, and then only what is new", async () => {
    const [one, two] = [item("1"), item("2")];
    const { reader, workers } = workerReader([page([one, two]), page([one, two]), page([item("1", 7), two])]);
    let previous = await reader.readAll();
    previous = await reader.readAll({ previous });
    await reader.readAll({ previous });
    const values = workers[0]?.posted.map(({ answer }) => JSON.parse(answer?.body.text ?? "").value);
    expect(values).toEqual([
      [[one], [two]],
      [[item("1", 7)], "2"],
    ]);
  });

  it("is not misled by what was read in between", async () => {
    const { reader } = workerReader([
      page([item("1", 1)]),
      page([item("1", 1)]),
      page([item("1", 1)]),
      page([item("1", 2)]),
    ]);
    const first = await reader.readAll();
    await reader.readAll({ previous: first });
    const shortRead = await createVppTokenReader(stubClient(page([item("1", 2)])).client).readAll();
    const old = await reader.readAll({ previous: shortRead });
    expect(old.tokens[0]?.actionResults?.[0]?.totalLicensesCount).toBe(1);
    expect(await reader.readAll({ previous: shortRead })).toBe(shortRead);
  });

  it("goes on after a read that was broken off between two pages", async () => {
    const all = [item("1"), item("2")] as const;
    const { reader } = workerReader([
      page(all),
      page([item("1", 8)], "a"),
      () => text("", 503),
      page([item("1", 8)], "a"),
      page([item("2", 9)]),
      page([item("1", 8)], "a"),
      page([item("2", 9)]),
    ]);
    const first = await reader.readAll();
    expect((await graphErrorOf(reader.readAll({ previous: first }))).kind).toBe("serverError");
    const whole = await reader.readAll({ previous: first });
    expect(whole.tokens.map(({ actionResults }) => actionResults?.[0]?.totalLicensesCount)).toEqual([8, 9]);
    expect(await reader.readAll({ previous: whole })).toBe(whole);
  });

  it("goes on after an answer that nobody waited for", async () => {
    const { reader } = workerReader([page([item("1")]), page([item("1", 3)])]);
    const first = await reader.readAll();
    const controller = new AbortController();
    const given = reader.readAll({ previous: first, signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 0);
    await given.catch(() => undefined);
    const next = await reader.readAll({ previous: first });
    expect(next.tokens[0]?.actionResults?.[0]?.totalLicensesCount).toBe(3);
    expect(await reader.readAll({ previous: next })).toBe(next);
  });

  it("says the same as without a worker, whatever comes", async () => {
    const anyItem = fc.oneof(
      fc.record({ id: fc.constantFrom("1", "2", "3", "4"), displayName: fc.constantFrom("a", "b") }),
      fc.constantFrom<unknown>("1", 5, null, [["1"]], { id: "" }, { id: "2", token: "secret" }),
    );
    const reads = fc.array(fc.array(fc.array(anyItem, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(reads, async (lists) => {
        const responders = lists.flatMap((pages) =>
          pages.map((value, index) => page(value, index < pages.length - 1 ? `${index}` : undefined)),
        );
        const { reader } = workerReader(responders);
        const plain = createVppTokenReader(stubClient(responders).client);
        let previous: VppTokensSnapshot | null = null;
        let expected: VppTokensSnapshot | null = null;
        for (const _ of lists) {
          previous = await reader.readAll({ previous });
          expected = await plain.readAll({ previous: expected });
          expect(previous).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is sent as it came when writing it again would change it", async () => {
    const huge = () => text(`{"value":[{"id":"1","tokenActionResults":[{"totalLicensesCount":1e999}]}]}`);
    const { reader, workers } = workerReader([page([item("1")]), huge, huge]);
    const first = await reader.readAll();
    const read = await reader.readAll({ previous: first });
    expect(read.tokens[0]?.actionResults?.[0]?.totalLicensesCount).toEqual({
      kind: "unreadable",
      raw: Number.POSITIVE_INFINITY,
    });
    expect(await reader.readAll({ previous: read })).toBe(read);
    expect(workers[0]?.posted.map(({ answer }) => answer?.body.kind)).toEqual(["other", "other"]);
  });

  it("leaves credentials in the worker", async () => {
    const { reader, workers } = workerReader([
      () => json({ error: { code: "BadRequest" } }, 400),
      page([item("1")]),
      page([{ ...item("1"), token: "sesame" }]),
    ]);
    const first = await reader.readAll();
    expect(await reader.readAll({ previous: first })).toBe(first);
    expect(JSON.stringify(workers[0]?.posted)).not.toContain("sesame");
  });
});

describe("without a worker", () => {
  it("the page reads by itself where there can be none", async () => {
    const { reader, here, allowNone } = workerReader([page([item("1")])]);
    allowNone();
    const previous = await reader.readAll();
    expect(await reader.readAll({ previous })).toBe(previous);
    expect(here).toHaveLength(2);
  });

  it("it reads by itself what a worker may not reach, from then on", async () => {
    const { reader, here, workers, block } = workerReader([page([item("1")])]);
    block();
    const previous = await reader.readAll();
    expect(await reader.readAll({ previous })).toBe(previous);
    expect(await reader.readAll({ previous })).toBe(previous);
    expect(here).toHaveLength(3);
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([true]);
  });

  it("it keeps trying where neither reaches Graph", async () => {
    const fail = () => Promise.reject(new TypeError("Failed to fetch"));
    const { reader, workers } = workerReader([page([item("1")]), fail, fail, page([item("1")])]);
    const previous = await reader.readAll();
    expect(await graphErrorOf(reader.readAll({ previous }))).toBeInstanceOf(GraphError);
    expect(await reader.readAll({ previous })).toBe(previous);
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([false]);
  });

  it("it reads by itself what a broken worker was asked for", async () => {
    const { reader, here, workers } = workerReader([
      page([item("1")]),
      page([item("1")]),
      () => {
        queueMicrotask(() => workers[0]?.fail());
        return new Promise(() => undefined);
      },
      page([item("1", 4)]),
    ]);
    const previous = await reader.readAll();
    await reader.readAll({ previous });
    const read = await reader.readAll({ previous });
    expect(read.tokens[0]?.actionResults?.[0]?.totalLicensesCount).toBe(4);
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([true]);
    expect(here).toHaveLength(2);
  });

  it("a reader that was closed begins anew", async () => {
    const { reader, workers } = workerReader([page([item("1")])]);
    const previous = await reader.readAll();
    await reader.readAll({ previous });
    reader.close();
    expect(await reader.readAll({ previous })).toBe(previous);
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([true, false]);
  });
});
