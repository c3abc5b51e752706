import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ExchangeReport } from "../../src/graph/exchangeReport.ts";
import { createHourlyTotals } from "../../src/graph/hourlyTotals.ts";
import { createRequestMeter } from "../../src/graph/requestMeter.ts";
import { challenge, graphErrorOf, json, stubClient, now as stubNow, text } from "./stubGraph.ts";

const start = Date.UTC(2026, 10, 22, 18, 0, 30);
const minuteMs = 60_000;

const aReport: ExchangeReport = {
  startedAt: start,
  endedAt: start,
  parts: 1,
  receivedBytes: 1_000,
  status: 200,
  requestId: "r-1",
  clientRequestId: "c-1",
  waits: 0,
  retryAfterMs: null,
};

describe("the last hour", () => {
  function metering() {
    let now = start;
    const meter = createRequestMeter({ clock: () => now });
    const record = (changes: Partial<ExchangeReport> = {}) =>
      meter.record({ ...aReport, endedAt: now, ...changes });
    const at = (minutes: number) => {
      now = start + minutes * minuteMs;
    };
    return { meter, record, at };
  }

  it("adds up requests, parts, bytes and waits", () => {
    const { meter, record } = metering();
    record({ parts: 20, receivedBytes: 5_000 });
    record({ status: 429, waits: 1, retryAfterMs: 7_000 });
    record({ status: 200, parts: 5, waits: 3, retryAfterMs: 9_000 });
    record({ status: null, receivedBytes: 0, requestId: null });
    expect(meter.read()).toMatchObject({
      requests: 4,
      parts: 27,
      receivedBytes: 7_000,
      waits: 4,
      waitMs: 16_000,
    });
  });

  it("forgets what is an hour old", () => {
    const { meter, record, at } = metering();
    record();
    at(30);
    record();
    at(59);
    expect(meter.read().requests).toBe(2);
    at(60);
    expect(meter.read().requests).toBe(1);
    at(91);
    expect(meter.read().requests).toBe(0);
  });

  it("begins with the page, then follows", () => {
    const { meter, at } = metering();
    at(20);
    expect(meter.read().since).toBe(start);
    at(90);
    expect(meter.read().since).toBe(start + 30 * minuteMs);
  });

  it("remembers the last answer with success", () => {
    const { meter, record, at } = metering();
    expect(meter.read().lastAnswer).toBeNull();
    record({ requestId: "good" });
    at(1);
    record({ status: 503, requestId: "bad" });
    record({ status: null, requestId: null });
    expect(meter.read().lastAnswer).toEqual({ requestId: "good", at: start });
  });

  it("holds one bucket a minute at most", () => {
    const totals = createHourlyTotals();
    const one = { requests: 1, parts: 1, receivedBytes: 1, waits: 0, waitMs: 0 };
    for (let second = 0; second < 24 * 3_600; second += 5) totals.add(one, start + second * 1_000);
    expect(totals.size()).toBeLessThanOrEqual(61);
    expect(totals.read(start + 24 * 3_600_000 - 5_000).requests).toBeGreaterThanOrEqual(708);
  });

  it("stays bounded when the clock leaps about", () => {
    const totals = createHourlyTotals();
    const one = { requests: 1, parts: 1, receivedBytes: 1, waits: 0, waitMs: 0 };
    for (let step = 0; step < 5_000; step += 1) totals.add(one, start + ((step * 7_919) % 10_000) * minuteMs);
    expect(totals.size()).toBeLessThanOrEqual(120);
  });

  it("still counts what was counted before the clock was set back", () => {
    const { meter, record, at } = metering();
    record();
    at(-30);
    record();
    expect(meter.read().requests).toBe(2);
  });
});

describe("the request bound", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("holds back what would exceed it", async () => {
    const meter = createRequestMeter({ clock: Date.now });
    for (let sent = 0; sent < 5; sent += 1) await meter.admit(20);
    expect(meter.read().recentParts).toBe(100);
    const admitted = vi.fn();
    void meter.admit(1).then(admitted);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(admitted).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(admitted).toHaveBeenCalled();
    expect(meter.sentParts()).toBe(101);
  });

  it("holds back requests that come together", async () => {
    const meter = createRequestMeter({ clock: Date.now });
    const leftAt: number[] = [];
    for (let sent = 0; sent < 30; sent += 1) void meter.admit(20).then(() => leftAt.push(Date.now() - start));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(leftAt).toHaveLength(30);
    expect(leftAt.filter((at) => at < 20_000)).toHaveLength(5);
    expect(leftAt.filter((at) => at >= 20_000 && at < 40_000)).toHaveLength(5);
  });

  it("counts what another page has sent, once", async () => {
    const [other, meter] = [createRequestMeter({ clock: Date.now }), createRequestMeter({ clock: Date.now })];
    await other.admit(60);
    for (let told = 0; told < 3; told += 1) meter.addSent(other.recentlySent());
    expect(meter.read().recentParts).toBe(60);
    const admitted = vi.fn();
    void meter.admit(41).then(admitted);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(admitted).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(admitted).toHaveBeenCalled();
  });

  it("lets a caller that has gone go", async () => {
    const meter = createRequestMeter({ clock: Date.now });
    for (let sent = 0; sent < 5; sent += 1) await meter.admit(20);
    const controller = new AbortController();
    const waiting = meter.admit(1, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(vi.getTimerCount()).toBe(0);
    expect(meter.sentParts()).toBe(100);
  });
});

describe("a metered client", () => {
  function metered(...[responders]: Parameters<typeof stubClient>) {
    const reports: ExchangeReport[] = [];
    const meter = { admit: async () => undefined, record: (report: ExchangeReport) => reports.push(report) };
    return { ...stubClient(responders, { meter }), reports };
  }

  it("reports an answer with its bytes and id", async () => {
    const { client, reports } = metered(() => json({ name: "Москва" }, 200, { "request-id": "r-7" }));
    await client.get("/beta/x");
    const receivedBytes = new TextEncoder().encode('{"name":"Москва"}').length;
    expect(reports).toEqual([
      {
        startedAt: stubNow,
        endedAt: stubNow,
        parts: 1,
        receivedBytes,
        status: 200,
        requestId: "r-7",
        clientRequestId: "request-1",
        waits: 0,
        retryAfterMs: null,
      },
    ]);
  });

  it.each<[string, () => Promise<Response> | Response, Partial<ExchangeReport>]>([
    [
      "a lost network",
      () => Promise.reject(new TypeError("Failed to fetch")),
      { status: null, receivedBytes: 0 },
    ],
    [
      "a throttled request",
      () => text("", 429, { "Retry-After": "7" }),
      { status: 429, waits: 1, retryAfterMs: 7_000 },
    ],
    ["one without a wait", () => text("", 429), { status: 429, waits: 1, retryAfterMs: null }],
    [
      "an outage that names a wait",
      () => text("", 503, { "Retry-After": "3" }),
      { waits: 1, retryAfterMs: 3_000 },
    ],
    ["an outage that names none", () => text("", 503), { status: 503, waits: 0 }],
  ])("reports %s", async (_, responder, expected) => {
    const { client, reports } = metered(responder);
    await graphErrorOf(client.get("/beta/x"));
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject(expected);
  });

  it("reports both requests of a claims challenge", async () => {
    const unauthorized = () => json({}, 401, { "WWW-Authenticate": challenge('{"a":1}') });
    const { client, reports } = metered([unauthorized, () => json({})]);
    await client.get("/beta/x");
    expect(reports.map(({ status }) => status)).toEqual([401, 200]);
  });

  it("reports the parts and waits of a batch", async () => {
    const responses = [
      { id: "0", status: 200, body: {} },
      { id: "1", status: 429, headers: { "Retry-After": "9" } },
      { id: "2", status: 429 },
    ];
    const { client, reports } = metered(() => json({ responses }));
    await client.batch([{ url: "/x/0" }, { url: "/x/1" }, { url: "/x/2" }]);
    expect(reports).toMatchObject([{ parts: 3, waits: 2, retryAfterMs: 9_000 }]);
  });

  it("reports nothing when nothing left", async () => {
    const { client, reports } = metered(() => json({}));
    await graphErrorOf(client.get("https://evil.example/beta/x"));
    expect(reports).toEqual([]);
  });
});
