import { afterEach, describe, expect, it, vi } from "vitest";
import { ConfigError } from "../../../src/app/config/configError.ts";
import { loadConfig } from "../../../src/app/config/loadConfig.ts";

const url = "https://monitor.contoso.com/vpp/config.json";

afterEach(() => void vi.useRealTimers());

describe("loadConfig", () => {
  it("reads the file without a cache", async () => {
    const requests: [unknown, RequestInit | undefined][] = [];
    const config = await loadConfig(async (input, init) => {
      requests.push([input, init]);
      return new Response('{"mode": "demo"}');
    }, url);
    expect(config.mode).toBe("demo");
    expect(requests).toMatchObject([[url, { cache: "no-store" }]]);
  });

  it("reads a file that begins with a byte order mark", async () => {
    expect((await loadConfig(answering('\ufeff{"mode": "demo"}'), url)).mode).toBe("demo");
  });

  it.each([
    ["missing", answering("Not found", { status: 404 }), { kind: "missing" }],
    ["a page for what is missing", answering("<html>", { status: 404 }), { kind: "missing" }],
    ["forbidden", answering("", { status: 403 }), { kind: "refused", status: 403 }],
    ["behind a broken server", answering("", { status: 502 }), { kind: "refused", status: 502 }],
    ["a fallback page", answering("\n <!doctype html><p>"), { kind: "html" }],
    ["empty", answering(""), { kind: "empty" }],
    ["blank", answering(" \n"), { kind: "empty" }],
    ["truncated", answering('{\n  "mode": "de'), { kind: "notJson" }],
    ["ended early", answering('{\n  "mode":'), { kind: "notJson", line: 2, column: 10 }],
    [
      "lacking a comma",
      answering('{\n  "mode": "demo"\n  "x": 1\n}'),
      { kind: "notJson", line: 3, column: 3 },
    ],
    ["ending in a comma", answering('{\n  "mode": "demo",\n}'), { kind: "notJson", line: 3, column: 1 }],
    ["text", answering("mode=demo"), { kind: "notJson" }],
    ["wrong", answering('{"mode": 7}'), { kind: "invalid", json: { mode: 7 }, problems: [{ path: "mode" }] }],
    ["out of reach", () => Promise.reject(new TypeError("Failed to fetch")), { kind: "unreachable" }],
    ["cut off on its way", () => Promise.resolve(brokenOff()), { kind: "unreachable" }],
  ])("says when the file is %s", async (_, fetch, fault) => {
    const error = await failureOf(fetch);
    expect(error).toMatchObject({ fault, url });
  });

  it("gives up on an answer that never comes", async () => {
    vi.useFakeTimers();
    const failure = failureOf(neverAnswering);
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await failure).fault).toEqual({ kind: "timedOut" });
  });

  it("leaves no timer behind", async () => {
    vi.useFakeTimers();
    await loadConfig(answering('{"mode": "demo"}'), url);
    expect(vi.getTimerCount()).toBe(0);
  });
});

type Fetch = typeof globalThis.fetch;

function answering(text: string, init?: ResponseInit): Fetch {
  return async () => new Response(text, init);
}

const neverAnswering: Fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
  });

function brokenOff(): Response {
  const body = new ReadableStream({ start: (controller) => controller.error(new TypeError("terminated")) });
  return new Response(body);
}

async function failureOf(fetch: Fetch): Promise<ConfigError> {
  const failure: unknown = await loadConfig(fetch, url).catch((error: unknown) => error);
  if (!(failure instanceof ConfigError)) throw new Error(`Not a ConfigError: ${String(failure)}`);
  return failure;
}
